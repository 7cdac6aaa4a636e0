/** A pattern for one address where it stands as a link: not as the start of a longer path, with or without `#id`. */
const standing = (address: string) =>
  new RegExp(`(?<![\\w/.-])${address.replace(/[/-]/g, '\\$&')}(?=#|[)"'\`\\s,\\]}]|$)`, 'gm');

/** A text with every link to one page led to another, ids kept. */
export const relink = (text: string, from: string, to: string): string => text.replace(standing(from), to);

/** Whether a text names a page's address as a link. */
export const names = (text: string, address: string): boolean => standing(address).test(text);
