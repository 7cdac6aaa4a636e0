import { stemmer } from 'stemmer';
import { placeOf } from './group.ts';
import { stopWords } from './stop-words.ts';
import type { WordList } from './word-list.ts';

/** What the head of the index says of its words. */
export interface Alphabet {
  /** First word of each shard. */
  starts: readonly string[];
  /** The words that a short beginning may become. */
  common: WordList;
  /** Words that are two words written together. */
  compounds: ReadonlySet<string>;
  /** Forms of one word that do not stand in the shard of its stem. */
  strays: readonly string[];
}

/** The first and the last shard that may have words with this beginning. */
export function shardsOf(starts: readonly string[], start: string): [first: number, last: number] {
  if (starts.length === 0) return [0, -1];
  return [placeOf(starts, start), placeOf(starts, `${start}\uffff`)];
}

/** More shards than this are not loaded for one beginning. */
const mostShards = 3;

/**
 * Whether so many words have this beginning that they are not all loaded.
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
