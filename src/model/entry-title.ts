import { collections, type CollectionName, type Entry } from './collections.ts';
import type { Misconception } from './schemas/lookup.ts';
import { markedClaim } from './verdicts.ts';

/** Title of an entry, for headings and link text. May contain inline Markdown. A false claim includes its verdict. */
export function entryTitle<C extends CollectionName>(name: C, entry: Entry<C>): string {
  if (name === 'misconceptions') return markedClaim(entry as Misconception);
  return (entry as Record<string, unknown>)[collections[name].title] as string;
}
