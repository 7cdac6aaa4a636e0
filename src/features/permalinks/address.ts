/** The parts of an address: the path, with slashes at both ends, and the id after `#`, if any. */
export interface AddressParts {
  path: string;
  id: string | undefined;
}

/** Splits an address into path and id. */
export function splitAddress(address: string): AddressParts {
  const at = address.indexOf('#');
  return at < 0 ? { path: address, id: undefined } : { path: address.slice(0, at), id: address.slice(at + 1) };
}

/** Joins path and id to an address. */
export const joinAddress = (path: string, id?: string) => (id ? `${path}#${id}` : path);

/** Address of a short link. */
export const shortAddress = (slug: string) => `/go/${slug}/`;

/** Converts a link of a page to an address of the site: without host, base path and query. */
export function siteAddress(href: string, base: string): string {
  const path = href.replace(/^https?:\/\/[^/]+/, '').replace(/\?[^#]*/, '');
  return path.startsWith(base) ? `/${path.slice(base.length)}` : path;
}
