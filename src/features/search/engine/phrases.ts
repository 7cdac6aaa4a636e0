import type { QueryWord } from './query-word.ts';
import { fields, type Postings } from '../format.ts';

/**
 * Returns the postings including those of phrases. A phrase (`virtual machine`) occurs in a field that contains all its words,
 * as often as the rarest of them: for names of two or three words that is close enough to comparing positions.
 */
export function withPhrases(
  words: readonly QueryWord[],
  postings: ReadonlyMap<string, Postings>,
): ReadonlyMap<string, Postings> {
  const all = new Map(postings);
  for (const { word } of words.flatMap(({ matches }) => matches)) {
    const parts = word.split(' ').map((part) => postings.get(part));
    if (parts.length < 2 || all.has(word)) continue;
    all.set(
      word,
      fields.map((_, field) => parts.map((part) => part?.[field] ?? []).reduce(inBoth)),
    );
  }
  return all;
}

/** Intersection of two lists, with the smaller counts. Both alternate between differences of section numbers and counts. */
function inBoth(one: readonly number[], other: readonly number[]): number[] {
  const counts = new Map<number, number>();
  let section = 0;
  for (let at = 0; at < other.length; at += 2) counts.set((section += other[at]!), other[at + 1]!);
  const both: number[] = [];
  let before = 0;
  section = 0;
  for (let at = 0; at < one.length; at += 2) {
    section += one[at]!;
    const count = counts.get(section);
    if (count === undefined) continue;
    both.push(section - before, Math.min(count, one[at + 1]!));
    before = section;
  }
  return both;
}
