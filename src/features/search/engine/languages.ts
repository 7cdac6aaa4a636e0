import { plain, runsOf } from './words.ts';

/** A word or name in another language, and the English one that means it. */
export type Translation = [foreign: string, english: string];

/** Scripts that put no spaces between words, or hang endings onto them without limit. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;
/** Letters that an ending may add to a word, or take from it. */
const ending = 3;
const changed = 2;
/** Shortest word that may have another ending. */
const shortest = 4;

/** What the head of the index says of other languages, so that their words are only loaded where one may stand. */
export interface Foreignness {
  /** Beginnings of their words in Latin letters, sorted; those of fewer than four letters are whole words. */
  stems: readonly string[];
  /** Common words of the site that begin so. */
  own: ReadonlySet<string>;
}

/** What a word in another language begins with, whatever its ending. */
const stemOf = (part: string) =>
  part.length < shortest ? part : part.slice(0, Math.max(shortest, part.length - changed));

/** Beginnings of all words in Latin letters. */
export function foreignStems(table: readonly Translation[]): string[] {
  const stems = new Set(table.flatMap(([foreign]) => foreign.split(' ').filter(isAscii).map(stemOf)));
  return [...stems].sort();
}

const isAscii = (word: string) => /^\p{ASCII}+$/u.test(word);

/** Whether a word of a text may be of another language. */
export const mayBeForeign = (typed: string, { stems, own }: Foreignness): boolean =>
  wordsOf(plain(typed)).some(
    (word) =>
      !isAscii(word) ||
      (!own.has(word) && stems.some((stem) => (stem.length < shortest ? word === stem : word.startsWith(stem)))),
  );

/** What a query in another language means. */
export interface Translated {
  /** The query with its known words in English; those that the site does not know are left out. */
  text: string;
  /** English words that it was understood as, in order. */
  understood: string[];
}

/**
 * Puts the words of the subject that stand in another language into English.
 * @param known says whether a word is one of the site's own
 * @param isName says whether it is a name by itself: of two letters `vm` is, and `et` is not
 * @returns nothing if there is no such word
 */
export function translate(
  typed: string,
  table: readonly Translation[],
  known: (word: string) => boolean,
  isName: (word: string) => boolean,
): Translated | undefined {
  const understood: string[] = [];
  let text = plain(typed);
  for (const [foreign, english] of table) {
    if (!unspaced.test(foreign)) continue;
    const letters = foreign.split(/\s*/u).join('\\s*');
    text = text.replace(new RegExp(letters, 'gu'), () => ` ${english} `);
  }
  const words = wordsOf(text);
  const english = table
    .filter(([foreign]) => !unspaced.test(foreign))
    .map(([foreign, name]) => ({ parts: foreign.split(' '), name }));
  let foreignWords = text === plain(typed) ? 0 : 1;
  for (let at = 0; at < words.length;) {
    const here = english.find(
      ({ parts }) =>
        parts.every((part, offset) => isForm(words[at + offset], part)) &&
        parts.some((_, offset) => !known(words[at + offset]!)),
    );
    if (here) {
      understood.push(here.name);
      foreignWords++;
    } else if (known(words[at]!) && (words[at]!.length > 2 || isName(words[at]!))) understood.push(words[at]!);
    at += here?.parts.length ?? 1;
  }
  return foreignWords > 0 ? { text: understood.join(' '), understood } : undefined;
}

const wordsOf = (text: string) =>
  runsOf(text).flatMap(({ word }) => (unspaced.test(word) ? [word] : word.split(/[-._/:+]/)));

/** Whether a word is this one, in whatever case or number. */
function isForm(word: string | undefined, part: string): boolean {
  if (!word) return false;
  if (word === part) return true;
  if (part.length < shortest) return false;
  return word.startsWith(stemOf(part)) && Math.abs(word.length - part.length) <= ending;
}
