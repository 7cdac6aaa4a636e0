import type { QueryWord } from './query-word.ts';
import { kinds, type Head, type Name } from '../format.ts';
import { partsOf } from './name-parts.ts';
import { tuning } from './tuning.ts';

/** A query, as far as names are concerned. */
export interface Spoken {
  words: readonly QueryWord[];
  /** Share of the query's meaning that each word carries. */
  shares: readonly number[];
  /** All words as typed, including those without meaning. */
  typed: readonly string[];
  /** Whether the query asks for the list that a section is on, so that its entry is the answer itself. */
  ofList: (section: number) => boolean;
}

/**
 * Ranks a section that the reader names above those that mention it: the more of the query the name covers, the higher.
 * @param scores scores by section; those of named sections are raised
 * @returns the named sections, with the share of the query that their name covers
 */
export function favourNames(
  scores: Map<number, number>,
  { words, shares, typed, ofList }: Spoken,
  names: readonly Name[],
  { kinds: kindOf }: Head,
): Map<number, number> {
  const { first, message, entry, power } = tuning.names;
  const best = Math.max(0, ...scores.values());
  const spoken = spokenWords(words);
  const whole = typed.join(' ');
  const gains = new Map<number, number>();
  const named = new Map<number, number>();
  const isName = typed.length > 1 && names.some(([name]) => name === whole);
  for (const [name, sections] of names) {
    const parts = partsOf(name);
    if (!parts.needed.every((part) => spoken.has(part))) continue;
    // A name of words that say little still counts if it is the whole query, more than those in it: `docker in docker` is not `docker`.
    const part = isName ? Math.min(1, parts.all.length / typed.length) : 1;
    const covered = name === whole ? tuning.names.whole : coveredBy(parts.all, spoken, shares) * part;
    sections.forEach((section, place) => {
      // A pasted message is about that message, rather than about what explains it.
      const most = kinds[kindOf[section]!] === 'symptom' ? message : first;
      const gain = best * covered ** power * (place === 0 || ofList(section) ? most : entry);
      gains.set(section, Math.max(gains.get(section) ?? 0, gain));
      named.set(section, Math.max(named.get(section) ?? 0, Math.min(1, covered)));
    });
  }
  for (const [section, gain] of gains) if (gain > 0) scores.set(section, (scores.get(section) ?? 0) + gain);
  return named;
}

/** For each word of the index that the query mentions, the words of the query that it matches, and how well. */
function spokenWords(words: readonly QueryWord[]): Map<string, Map<number, number>> {
  const spoken = new Map<string, Map<number, number>>();
  words.forEach(({ matches }, at) => {
    for (const { word, weight, naming = weight } of matches) {
      for (const part of word.split(' ')) {
        const places = spoken.get(part) ?? new Map<number, number>();
        places.set(at, Math.max(places.get(at) ?? 0, weight, naming));
        spoken.set(part, places);
      }
    }
  });
  return spoken;
}

/** Share of the query that a name covers. */
function coveredBy(
  parts: readonly string[],
  spoken: ReadonlyMap<string, ReadonlyMap<number, number>>,
  shares: readonly number[],
): number {
  const covered = new Map<number, number>();
  for (const part of parts)
    for (const [at, weight] of spoken.get(part) ?? []) covered.set(at, Math.max(covered.get(at) ?? 0, weight));
  return [...covered].reduce((sum, [at, weight]) => sum + shares[at]! * weight, 0);
}
