import { distance } from 'fastest-levenshtein';

/** Up to `count` members of `known` with the spelling closest to `wanted`, nearest first. */
export function nearest(wanted: string, known: Iterable<string>, count = 3): string[] {
  return [...known]
    .map((name) => ({ name, away: distance(wanted, name) }))
    .sort((a, b) => a.away - b.away || a.name.localeCompare(b.name))
    .slice(0, count)
    .map(({ name }) => name);
}

/** Whether a name could be `wanted` with one or two typos. */
export const isSlip = (wanted: string, name: string): boolean => distance(wanted, name) <= 2;

/** A hint for an unknown id: the closest known ids, or that there are none. */
export function didYouMean(wanted: string, known: Iterable<string>): string {
  const names = nearest(wanted, known);
  return names.length > 0 ? `The nearest known ids are ${names.join(', ')}.` : 'There are no known ids yet.';
}
