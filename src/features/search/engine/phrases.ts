import type { QueryWord } from './query-word.ts';
import { fields, type Postings } from '../format.ts';

/**
 * The postings with those of phrases added. A phrase (`virtual machine`) stands where all its words stand in one field,
 * as often as its rarest word there: for names of two or three words that comes close enough to looking at their places.
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

/** Sections of both lists, with the smaller count. Both are differences and counts in turn. */
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
