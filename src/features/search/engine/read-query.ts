import { stopWords } from './stop-words.ts';
import { queryWords } from './words.ts';

/** Maximum number of characters that are read. */
const mostLetters = 2000;

/** A parsed query, without the operators of other search engines. */
export interface ReadQuery {
  /** The text to search for. */
  text: string;
  /** Words between quotes: matched literally, and required in every result. */
  exact: string[];
  /** Words after a minus: no result may have them. */
  without: string[];
  /** Operators that mean nothing here, such as `site:example.org`. */
  ignored: string[];
}

/** Operators of other search engines that narrow a search to a site, a kind of file or a field. */
const fieldSigns = /(?:^|(?<=\s))(?:site|inurl|intitle|intext|filetype|ext|related|cache):\S+/giu;
/** A minus before a word, as in `docker -vm`. With a single letter it is an option of a command, and two of them start a long option. */
const minus = /(?:^|(?<=\s))-(\p{L}[\p{L}\p{N}-]+)/gu;
const quoted = /["“„«]([^"”“»]{2,80})["”“»]/gu;

/**
 * Parses the operators of a query. A pasted message is full of quotes and minus signs that mean nothing, so in a long text
 * they are taken as text.
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
