/**
 * The one script that forwards, the same on every page so that one hash allows it.
 * A section that moved wins over a page that moved; a target's own `#id` wins over the reader's; the query is kept.
 */
export const forwardScript = `(function(){function go(){var i=location.hash.slice(1),m=i&&document.getElementById(i),a=m&&m.hasAttribute("data-moved")?m.querySelector("a[data-on]"):document.querySelector("a[data-to]");if(a)location.replace(a.pathname+(a.search||location.search)+(a.hash||location.hash))}addEventListener("hashchange",go);go()})()`;
