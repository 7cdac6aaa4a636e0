import { stopWords } from './stop-words.ts';
import { queryWords } from './words.ts';

/** Longest text that is looked at at all. */
const mostLetters = 2000;

/** What a reader typed, with the signs taken out that other search engines obey. */
export interface ReadQuery {
  /** The text to look for. */
  text: string;
  /** Words between quotes: taken as they stand, and every answer has to have them. */
  exact: string[];
  /** Words after a minus: no answer may have them. */
  without: string[];
  /** Signs that mean nothing here, such as `site:example.org`. */
  ignored: string[];
}

/** Signs of other search engines that narrow a search to a site, a kind of file or a field. */
const fieldSigns = /(?:^|(?<=\s))(?:site|inurl|intitle|intext|filetype|ext|related|cache):\S+/giu;
/** A minus before a word, as in `docker -vm`. A single letter after it is an option of a command, and two are a long option. */
const minus = /(?:^|(?<=\s))-(\p{L}[\p{L}\p{N}-]+)/gu;
const quoted = /["“„«]([^"”“»]{2,80})["”“»]/gu;

/**
 * Reads the signs of a query. A pasted message is full of quotes and minus signs that mean nothing, so those
 * of a long text are taken as text.
 */
export function readQuery(typed: string): ReadQuery {
  const ignored: string[] = [];
  let text = typed.slice(0, mostLetters).replace(fieldSigns, (sign) => {
    ignored.push(sign);
    return ' ';
  });
  const exact: string[] = [];
  const without: string[] = [];
  if (queryWords(text).length <= 8 && !/[\n{}|]|error|failed|cannot/iu.test(text)) {
    text = text.replace(minus, (sign, word: string) => {
      if (stopWords.has(word.toLowerCase())) return sign;
      without.push(...queryWords(word));
      return ' ';
    });
    for (const [, words] of text.matchAll(quoted)) exact.push(...queryWords(words!));
  }
  return { text, exact, without, ignored };
}
