import { stemmer } from 'stemmer';
import { placeOf } from './group.ts';
import { stopWords } from './stop-words.ts';
import type { WordList } from './word-list.ts';

/** The words of an index, as far as its head lists them. */
export interface Alphabet {
  /** First word of each shard. */
  starts: readonly string[];
  /** Words that a short beginning may be completed to. */
  common: WordList;
  /** Words that are two words written as one. */
  compounds: ReadonlySet<string>;
  /** Word forms that are not in the shard of their stem. */
  strays: readonly string[];
}

/** The first and the last shard that may contain words with this beginning. */
export function shardsOf(starts: readonly string[], start: string): [first: number, last: number] {
  if (starts.length === 0) return [0, -1];
  return [placeOf(starts, start), placeOf(starts, `${start}\uffff`)];
}

/** Maximum number of shards to load for one beginning. */
const mostShards = 3;

/**
 * Whether so many words have this beginning that not all of them are loaded.
 * @param starts first word of each shard
 */
export function isWide(starts: readonly string[], start: string): boolean {
  const [first, last] = shardsOf(starts, start);
  return last - first >= mostShards;
}

/**
 * Whether a word is in the shards that are loaded for another one anyway.
 * @param starts first word of each shard
 */
export function isNear(starts: readonly string[], word: string, other: string): boolean {
  const place = placeOf(starts, other);
  return !stopWords.has(word) && (placeOf(starts, word) === place || placeOf(starts, stemmer(word)) === place);
}
