// Permalinks are plain links. A click opens a menu instead, which is loaded on demand. If that fails or the browser does not support popovers, the
// link is followed.
document.addEventListener('click', (event) => {
  const anchor = (event.target as Element).closest<HTMLAnchorElement>('a.sl-anchor-link, a.copy-link');
  if (!anchor || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  import('./menu.ts').then(({ openMenu }) => openMenu(anchor)).catch(() => (location.hash = anchor.hash));
});
