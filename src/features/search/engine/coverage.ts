import type { SearchResult } from 'minisearch';
import type { QueryWord } from './query-word.ts';
import { fields, type Head } from '../format.ts';

/** Words in the heading and names against words in the text: what `match` says of them. */
const naming: readonly string[] = ['heading', 'names', 'title'];

/** For each word of the index: for which words of the query it stands, and how well. */
export function standIns(words: readonly QueryWord[]): Map<string, [at: number, weight: number][]> {
  const places = new Map<string, [number, number][]>();
  words.forEach(({ matches }, at) => {
    for (const { word, weight } of matches) places.set(word, [...(places.get(word) ?? []), [at, weight]]);
  });
  return places;
}

/** How much of the query the section has, and how much of it stands in its heading or names; each from 0 to 1. */
export function coverage({ match }: SearchResult, standing: ReturnType<typeof standIns>, shares: readonly number[]) {
  const best = shares.map(() => 0);
  const bestNamed = shares.map(() => 0);
  for (const [word, where] of Object.entries(match)) {
    const isNamed = where.some((field) => naming.includes(field));
    for (const [at, weight] of standing.get(word) ?? []) {
      best[at] = Math.max(best[at]!, weight);
      if (isNamed) bestNamed[at] = Math.max(bestNamed[at]!, weight);
    }
  }
  const sum = (parts: readonly number[]) => parts.reduce((total, part, at) => total + part * shares[at]!, 0);
  return { anywhere: sum(best), named: sum(bestNamed) };
}

/** The share of a section's heading that the query speaks of, from 0 to 1: `virtualization` is half of nested virtualization. */
export function completeness({ id, match }: SearchResult, { lengths }: Head): number {
  const matched = Object.values(match).filter((where) => where.includes('heading')).length;
  return Math.min(1, matched / Math.max(1, lengths[fields.indexOf('heading')]![id as number]!));
}
