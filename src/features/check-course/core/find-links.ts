/** A link in a text. */
export interface FoundLink {
  url: string;
  /** Offset of its first character. */
  index: number;
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Characters that end a URL in running text, in quotes, and in the brackets of Markdown. */
const enders = String.raw`\s<>"'\`{}|\\^\[\]\u00a0\u2018\u2019\u201c\u201d\u2026`;
/** Rest of a URL: up to such a character, or to a comma before the next URL, as in a table of values. */
const tail = (further: string) => `(?:(?![,;]https?:)[^${enders}${further}])*`;

/**
 * A pattern for links to a site: with a scheme, without one, and as printed on slides. No address of the site has parentheses.
 * @param bases base URLs of the site, without a trailing slash
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

/** A pattern for links to any site, whose addresses may have parentheses. */
export const anyLink = () => new RegExp(String.raw`https?:\/\/${tail('')}`, 'gi');

const pairs: Record<string, string> = { ')': '(', ']': '[' };

/** Strips what belongs to the sentence rather than to the URL: punctuation, emphasis marks, an unmatched bracket. */
export function trimUrl(url: string): string {
  for (;;) {
    const last = url.at(-1) ?? '';
    const partner = pairs[last];
    const lone = partner && url.split(partner).length <= url.split(last).length - 1;
    if (!lone && !/[.,;:!?*_~]/.test(last)) return url;
    url = url.slice(0, -1);
  }
}

/** All links in a text that match a pattern. Skips links truncated with an ellipsis, which are not real addresses. */
export function findLinks(text: string, pattern: RegExp): FoundLink[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: raw, index }) => {
    const cut = raw.endsWith('...') || text[index + raw.length] === '…';
    return cut ? [] : [{ url: trimUrl(raw), index }];
  });
}
