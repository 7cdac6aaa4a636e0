/** An address of this site with the sub-path that the site is built for in front; other links come back as they are. */
export function withBase(href: string, base: string): string {
  return href.startsWith('/') && !href.startsWith('//') ? `${base.replace(/\/$/, '')}${href}` : href;
}

/** The address of the page with the id that Starlight gives it: its path without slashes; the home page's is empty or `index`. */
export function pageAddress(id: string): string {
  return id === '' || id === 'index' ? '/' : `/${id}/`;
}
