import { stemmer } from 'stemmer';
import { isNear, isWide } from '../engine/alphabet.ts';
import { placeOf } from '../engine/group.ts';
import { foreignStems, mayBeForeign, type Translation } from '../engine/languages.ts';
import { stopWords } from '../engine/stop-words.ts';
import { tuning } from '../engine/tuning.ts';
import type { WordList } from '../engine/word-list.ts';
import { queryWords } from '../engine/words.ts';
import { packNumbers, restTable, tableOf, wordTables, type Head, type Section, type WordTable } from '../format.ts';
import { packWords } from '../pack.ts';

/** The words, by the number of their table. */
export function tablesOf(vocabulary: WordList, sections: readonly Section[]): Map<number, WordTable> {
  const written = new Set(
    sections.flatMap(({ title, heading, names, text, asked }) =>
      queryWords([title, heading, ...names, text, ...asked].join(' · ')),
    ),
  );
  const numberOf = (word: string) => (/\p{N}/u.test(word) || !written.has(word) ? restTable : tableOf(word.length));
  const groups = Map.groupBy(vocabulary.words, numberOf);
  return new Map(
    wordTables.map((number) => {
      const words = groups.get(number) ?? [];
      return [number, [packWords(words), packNumbers(words.map((word) => vocabulary.frequency(word)))]];
    }),
  );
}

/** Words that a beginning is completed to, for all beginnings with too many words to load. */
export function commonWords(vocabulary: WordList, starts: readonly string[]): string[] {
  const beginnings = new Set(
    vocabulary.words.flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1)).slice(1)),
  );
  const wide = [...beginnings].filter((start) => isWide(starts, start));
  const common = wide.flatMap((start) =>
    [...vocabulary.beginningWith(start)]
      .sort((a, b) => vocabulary.frequency(b) - vocabulary.frequency(a))
      // One more, because the beginning itself may be among them.
      .slice(0, tuning.words.mostBeginnings + 1),
  );
  return [...new Set(common)].sort((a, b) => (a < b ? -1 : 1));
}

/** Minimum number of sections with a word that makes queries for it likely, so that it is worth a place in the head if it looks foreign. */
const likely = 10;

/** Stems of foreign words, and common words of the site that begin with one. */
export function foreignness(languages: readonly Translation[], vocabulary: WordList): Head['foreign'] {
  const stems = foreignStems(languages);
  const alike = vocabulary.words.filter(
    (word) => vocabulary.frequency(word) >= likely && mayBeForeign(word, { stems, own: new Set() }),
  );
  return [packWords(stems), packWords(alike)];
}

/** Compounds of two words that a query may write separately, unless they are in the shards of the first. */
export function compoundWords(vocabulary: WordList, starts: readonly string[]): string[] {
  const isWord = (word: string) => stopWords.has(word) || vocabulary.placeOf(word) >= 0;
  const isPair = (first: string, second: string) =>
    isWord(first) &&
    isWord(second) &&
    // After a stop word or a short word, only a word of some length makes a compound: `over commit`, but not `a way` or `re search`.
    (stopWords.has(first)
      ? first.length > 1 && first !== 're' && second.length > 2 && !stopWords.has(second)
      : first.length > 2 || (second.length > 2 && !stopWords.has(second)));
  return vocabulary.words.filter(
    (word) =>
      !/^\p{N}/u.test(word) &&
      Array.from(word, (_, at) => [word.slice(0, at), word.slice(at)] as const)
        .slice(1)
        .some(([first, second]) => isPair(first, second) && !isNear(starts, first, word)),
  );
}

/** Words that are in another shard than their stem: a query with another form of them would not find them otherwise. */
export const strayWords = ({ words }: WordList, starts: readonly string[]): string[] =>
  words.filter((word) => !stopWords.has(word) && placeOf(starts, word) !== placeOf(starts, stemmer(word)));
