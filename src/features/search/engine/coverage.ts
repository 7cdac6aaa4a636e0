import type { WeighedSection } from './bm25.ts';
import type { QueryWord } from './query-word.ts';
import { readNumbers, type Head } from '../format.ts';
import { tuning } from './tuning.ts';
import { stopWords } from './stop-words.ts';

/** For each word of the index, the words of the query that it matches, and how well in a text and in a name. */
export function standIns(words: readonly QueryWord[]): Map<string, [at: number, weight: number, naming: number][]> {
  const places = new Map<string, [number, number, number][]>();
  words.forEach(({ matches }, at) => {
    for (const { word, weight, naming = weight } of matches)
      places.set(word, [...(places.get(word) ?? []), [at, weight, Math.max(weight, naming)]]);
  });
  return places;
}

/** Shares of the query that a section covers, from 0 to 1. */
export interface Coverage {
  /** In any field. */
  anywhere: number;
  /** In its heading, title or names. */
  named: number;
  /** In its heading alone. */
  heading: number;
}

/**
 * Measures how much of the query a section covers, and where.
 * @param apart whether the section's names are unrelated, so that one word of each makes no name: messages
 * @param titled how much the words of its page's title count as its name: less if the title names something narrower
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

/** Parsed once per index, because every section needs it. */
const read = new WeakMap<Head, number[]>();

function headingsOf(head: Head): number[] {
  const known = read.get(head) ?? readNumbers(head.headings);
  read.set(head, known);
  return known;
}

/** Share of the words of a page's title that the query has, from 0 to 1; 1 if it has none. `containers` is half of HPC containers. */
export function titleShare({ match }: WeighedSection, page: number, head: Head): number {
  let matched = 0;
  for (const [word, where] of Object.entries(match))
    if (where.includes('title') && !stopWords.has(word)) matched += word.split(' ').length;
  return matched === 0 ? 1 : Math.min(1, matched / Math.max(1, headingsOf(head)[page]!));
}

/** Share of the words of a section's heading that the query has, from 0 to 1: `virtualization` is half of nested virtualization. */
export function completeness({ id, match }: WeighedSection, head: Head): number {
  let matched = 0;
  for (const [word, where] of Object.entries(match))
    if (where.includes('heading') && !stopWords.has(word)) matched += word.split(' ').length;
  return Math.min(1, matched / Math.max(1, headingsOf(head)[id as number]!));
}
