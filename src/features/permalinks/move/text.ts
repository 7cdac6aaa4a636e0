const quoted = (address: string) => address.replace(/[/-]/g, '\\$&');
/** What may follow an address: its `#id`, or the end of a link. */
const end = '(?=#|[)"\'`\\s,\\]}]|$)';

/** Replaces every link to one page by a link to another, keeping ids. An address that only begins with it is left alone. */
export const relink = (text: string, from: string, to: string): string =>
  text.replace(new RegExp(`(?<![\\w/.-])${quoted(from)}${end}`, 'gm'), to);

/** Replaces the address of a page in code, including strings without the first slash, which are joined to a base. */
export const relinkCode = (text: string, from: string, to: string): string =>
  relink(text, from, to).replace(new RegExp(`(?<=['"\`}])${quoted(from.slice(1))}${end}`, 'gm'), to.slice(1));
