import { plain, runsOf } from './words.ts';

/** A word or name in another language, and its English equivalent. */
export type Translation = [foreign: string, english: string];

/** Scripts without spaces between words, or with any number of endings. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;
/** Maximum difference in length between two forms of a word, and number of characters at its end that may change. */
const ending = 3;
const changed = 2;
/** Minimum length of a word that may have other forms. */
const shortest = 4;

/** Other languages, as far as the head of the index lists them, so that their words are loaded only if a query may contain one. */
export interface Foreignness {
  /** Stems of their words in Latin letters, sorted; those of fewer than four letters are whole words. */
  stems: readonly string[];
  /** Common words of the site that begin like one of these. */
  own: ReadonlySet<string>;
}

/** What all forms of a foreign word begin with. */
const stemOf = (part: string) =>
  part.length < shortest ? part : part.slice(0, Math.max(shortest, part.length - changed));

/** Stems of all words in Latin letters. */
export function foreignStems(table: readonly Translation[]): string[] {
  const stems = new Set(table.flatMap(([foreign]) => foreign.split(' ').filter(isAscii).map(stemOf)));
  return [...stems].sort();
}

const isAscii = (word: string) => /^\p{ASCII}+$/u.test(word);

/** Whether a text may contain a foreign word. */
export const mayBeForeign = (typed: string, { stems, own }: Foreignness): boolean =>
  wordsOf(plain(typed)).some(
    (word) =>
      !isAscii(word) ||
      (!own.has(word) && stems.some((stem) => (stem.length < shortest ? word === stem : word.startsWith(stem)))),
  );

/** A translated query. */
export interface Translated {
  /** The query with its known words in English. Words that the site does not know are left out. */
  text: string;
  /** English words that it was understood as, in order. */
  understood: string[];
}

/**
 * Translates the foreign words of a query into English.
 * @param known whether a word is one of the site's own
 * @param isName whether a word is a name by itself: of two letters, `vm` is one and `et` is not
 * @returns undefined if there is no foreign word
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

/** Whether a word is another one in any form. */
function isForm(word: string | undefined, part: string): boolean {
  if (!word) return false;
  if (word === part) return true;
  if (part.length < shortest) return false;
  return word.startsWith(stemOf(part)) && Math.abs(word.length - part.length) <= ending;
}
