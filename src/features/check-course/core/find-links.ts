/** A link as it stands in a text. */
export interface FoundLink {
  url: string;
  /** Where it begins. */
  index: number;
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Signs that end an address in running text, in quotes, and in the brackets of Markdown. */
const enders = String.raw`\s<>"'\`{}|\\^\[\]\u00a0\u2018\u2019\u201c\u201d\u2026`;
/** The rest of an address: to such a sign, or to a comma before the next address, as in a table of values. */
const tail = (further: string) => `(?:(?![,;]https?:)[^${enders}${further}])*`;

/**
 * A pattern for the links that lead to a site: with scheme, without, and as they are printed on a slide. No address of the site has brackets.
 * @param bases where the site stands, each without a slash at its end
 */
export function linkPattern(bases: readonly string[]): RegExp {
  const places = [...new Set(bases.map((base) => base.replace(/^https?:\/\//i, '')))];
  const any = places
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|');
  return new RegExp(
    String.raw`(?<![\w@.-])(?:https?:\/\/|\/\/)?(?:${any})(?![\w.-]*[\w-]|:\d)(?:[/?#]${tail('()')})?`,
    'gi',
  );
}

/** A pattern for links to anywhere, in whose addresses brackets may stand. */
export const anyLink = () => new RegExp(String.raw`https?:\/\/${tail('')}`, 'gi');

const pairs: Record<string, string> = { ')': '(', ']': '[' };

/** Takes off what belongs to the sentence and not to the address: a full stop, marks of emphasis, a bracket without its partner. */
export function trimUrl(url: string): string {
  for (;;) {
    const last = url.at(-1) ?? '';
    const partner = pairs[last];
    const lone = partner && url.split(partner).length <= url.split(last).length - 1;
    if (!lone && !/[.,;:!?*_~]/.test(last)) return url;
    url = url.slice(0, -1);
  }
}

/** All links of a text that a pattern finds. What goes on in an ellipsis is left out, for it is no address. */
export function findLinks(text: string, pattern: RegExp): FoundLink[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: raw, index }) => {
    const cut = raw.endsWith('...') || text[index + raw.length] === '…';
    return cut ? [] : [{ url: trimUrl(raw), index }];
  });
}
