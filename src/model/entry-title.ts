import { collections, type CollectionName, type Entry } from './collections.ts';
import type { Misconception } from './schemas/lookup.ts';
import { markedClaim } from './verdicts.ts';

/** What an entry is called, in headings and in links to it. May hold inline Markdown. A false claim comes with its verdict. */
export function entryTitle<C extends CollectionName>(name: C, entry: Entry<C>): string {
  if (name === 'misconceptions') return markedClaim(entry as Misconception);
  return (entry as Record<string, unknown>)[collections[name].title] as string;
}
