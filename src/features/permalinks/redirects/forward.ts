/**
 * Forwards to the new address. The one script of all redirect pages, so that one hash allows it.
 * A section that moved wins over a page that moved; a target's own `#id` wins over the reader's; the query is kept.
 */
function forward(): void {
  const id = location.hash.slice(1);
  const section = id ? document.getElementById(id) : null;
  const link = section?.hasAttribute('data-moved')
    ? section.querySelector<HTMLAnchorElement>('a[data-on]')
    : document.querySelector<HTMLAnchorElement>('a[data-to]');
  if (link) location.replace(link.pathname + (link.search || location.search) + (link.hash || location.hash));
}

addEventListener('hashchange', forward);
forward();
