const quoted = (address: string) => address.replace(/[/-]/g, '\\$&');
/** What may follow an address: its `#id`, or what ends a link. */
const end = '(?=#|[)"\'`\\s,\\]}]|$)';

/** A text with every link to one page led to another, ids kept. An address that only begins with it is left alone. */
export const relink = (text: string, from: string, to: string): string =>
  text.replace(new RegExp(`(?<![\\w/.-])${quoted(from)}${end}`, 'gm'), to);

/** Code with the address of one page replaced by another's, also where a string leaves out the first slash to be joined to a base. */
export const relinkCode = (text: string, from: string, to: string): string =>
  relink(text, from, to).replace(new RegExp(`(?<=['"\`}])${quoted(from.slice(1))}${end}`, 'gm'), to.slice(1));
