/** Prefixes a site address with the sub-path that the site is built for; returns other links unchanged. */
export function withBase(href: string, base: string): string {
  return href.startsWith('/') && !href.startsWith('//') ? `${base.replace(/\/$/, '')}${href}` : href;
}

/** Address of the page with this Starlight id, which is its path without outer slashes; empty or `index` for the home page. */
export function pageAddress(id: string): string {
  return id === '' || id === 'index' ? '/' : `/${id}/`;
}
