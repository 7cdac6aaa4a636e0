import type { WeighedSection } from './bm25.ts';
import type { QueryWord } from './query-word.ts';
import { readNumbers, type Head } from '../format.ts';
import { tuning } from './tuning.ts';
import { stopWords } from './stop-words.ts';

/** For each word of the index: for which words of the query it stands, and how well in a text and in a name. */
export function standIns(words: readonly QueryWord[]): Map<string, [at: number, weight: number, naming: number][]> {
  const places = new Map<string, [number, number, number][]>();
  words.forEach(({ matches }, at) => {
    for (const { word, weight, naming = weight } of matches)
      places.set(word, [...(places.get(word) ?? []), [at, weight, Math.max(weight, naming)]]);
  });
  return places;
}

/** How much of the query a section has; each from 0 to 1. */
export interface Coverage {
  anywhere: number;
  /** In its heading, title or names. */
  named: number;
  /** In its heading alone. */
  heading: number;
}

/**
 * How much of the query the section has, and where.
 * @param apart whether the section's names have nothing to do with each other, so that one word of each makes no name: messages
 * @param titled how much the words of its page's title count as its name: less where the title names something narrower
 */
export function coverage(
  { match }: WeighedSection,
  standing: ReturnType<typeof standIns>,
  shares: readonly number[],
  apart: boolean,
  titled: number,
): Coverage {
  const best = shares.map(() => 0);
  const named = shares.map(() => 0);
  const heading = shares.map(() => 0);
  for (const [word, where] of Object.entries(match)) {
    const isHeading = where.includes('heading');
    const isNamed = isHeading || (!apart && where.includes('names'));
    const name = isNamed
      ? 1
      : Math.max(where.includes('title') ? titled : 0, !apart && where.includes('asked') ? tuning.askedNaming : 0);
    for (const [at, weight, naming] of standing.get(word) ?? []) {
      best[at] = Math.max(best[at]!, weight);
      if (name > 0) named[at] = Math.max(named[at]!, naming * name);
      if (isHeading) heading[at] = Math.max(heading[at]!, naming);
    }
  }
  const sum = (parts: readonly number[]) => parts.reduce((total, part, at) => total + part * shares[at]!, 0);
  return { anywhere: sum(best), named: sum(named), heading: sum(heading) };
}

/** Read once for each index, and asked for at every section. */
const read = new WeakMap<Head, number[]>();

function headingsOf(head: Head): number[] {
  const known = read.get(head) ?? readNumbers(head.headings);
  read.set(head, known);
  return known;
}

/** The share of the title of a section's page that the query speaks of, from 0 to 1; 1 where it speaks of none. `containers` are half of HPC containers. */
export function titleShare({ match }: WeighedSection, page: number, head: Head): number {
  let matched = 0;
  for (const [word, where] of Object.entries(match))
    if (where.includes('title') && !stopWords.has(word)) matched += word.split(' ').length;
  return matched === 0 ? 1 : Math.min(1, matched / Math.max(1, headingsOf(head)[page]!));
}

/** The share of a section's heading that the query speaks of, from 0 to 1: `virtualization` is half of nested virtualization. */
export function completeness({ id, match }: WeighedSection, head: Head): number {
  let matched = 0;
  for (const [word, where] of Object.entries(match))
    if (where.includes('heading') && !stopWords.has(word)) matched += word.split(' ').length;
  return Math.min(1, matched / Math.max(1, headingsOf(head)[id as number]!));
}
