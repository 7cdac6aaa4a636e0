/**
 * Forwards to the new address. All redirect pages share this script, so that one hash in their policy allows it.
 * A section that moved takes precedence over a page that moved, and a target's own `#id` over the reader's; the query is kept.
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
