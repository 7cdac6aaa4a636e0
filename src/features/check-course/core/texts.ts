import { trimUrl } from './find-links.ts';

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  num: '#',
  sol: '/',
  colon: ':',
};

/** Decodes character references. */
function unescapeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return named[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : parseInt(hex!, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Removes the backslashes that GIFT, TeX, Markdown and JavaScript put before characters of URLs. */
const unescapeSigns = (text: string) => (text.includes('\\') ? text.replace(/\\([~=#:/_%&])/g, '$1') : text);

// Elements that end a URL even without white space; across others, as the runs of Word and PowerPoint, it may continue.
const ends =
  /<\/?(?:a:p|w:p|w:hyperlink|text:p|text:h|text:a|text:list-item|table:table-cell|a:tc|p|div|li|td|th|tr|dt|dd|h[1-6]|pre|a|section|option|button|url|name|intro|content|questiontext|answer|text|mattext)(?=[\s/>])[^<>]*>|<(?:w:br|a:br|br|w:tab|w:cr|text:line-break|text:tab|hr|img)(?=[\s/>])[^<>]*>|<!--|-->|<!\[CDATA\[|\]\]>/gi;
const tag = /<[^<>]*>/g;
const lines = (part: string) => part.replace(/[^\n]+/g, '');

/** Text content of markup; with `keepLines` everything stays on its line. */
export function wordsOf(markup: string, keepLines: boolean): string {
  const apart = keepLines ? markup.replace(ends, (one) => ` ${lines(one)}`) : markup.replace(ends, ' ');
  return keepLines ? apart.replace(tag, lines) : apart.replace(tag, '');
}

/** A link, and its offset in a text that has the same lines as the original. */
export interface Found {
  url: string;
  /** The text in which `index` is an offset. */
  text: string;
  index: number;
}

/** Finds links in a text, as `findLinks` does with a pattern. */
export type Find = (text: string) => { url: string; index: number }[];

/** Finds links in plain text, Markdown and the like. */
export function inText(text: string, find: Find): Found[] {
  const plain = unescapeSigns(unescapeEntities(text));
  return find(plain).map(({ url, index }) => ({ url, text: plain, index }));
}

const insideTag = (text: string, index: number) => text.lastIndexOf('<', index) > text.lastIndexOf('>', index);

/**
 * Finds links in XML and HTML: in attributes, in text, and in escaped markup, which is how courses store pages.
 * @param depth levels of escaped markup that were unescaped already
 */
export function inMarkup(text: string, find: Find, keepLines: boolean, depth = 0): Found[] {
  const attributes = find(text)
    .filter(({ index }) => insideTag(text, index))
    .map(({ url, index }) => ({ url: trimUrl(unescapeEntities(url).split(/["'<>]/)[0]!), text, index }));
  const words = unescapeEntities(wordsOf(text, keepLines));
  const inWords =
    depth < 3 && /<[a-z]|&(?:lt|amp|quot);/i.test(words)
      ? inMarkup(words, find, keepLines, depth + 1)
      : find(words).map(({ url, index }) => ({ url, text: words, index }));
  return [...attributes, ...inWords];
}

/** All strings of a JSON value. Arrays of strings, such as the lines of a notebook cell, are joined. */
export function jsonTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value))
    return value.length > 0 && value.every((one) => typeof one === 'string')
      ? [value.join('')]
      : value.flatMap(jsonTexts);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(jsonTexts) : [];
}

/** Decodes bytes: by their byte order mark, otherwise as UTF-8, otherwise as Windows-1252, which accepts any byte. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
