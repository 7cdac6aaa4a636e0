import { softWords, stopWords } from './stop-words.ts';

/** The words of a name, and those that a query has to mention. */
interface Parts {
  all: readonly string[];
  needed: readonly string[];
}

/** Memoised, because all names are compared at every keystroke. */
const known = new Map<string, Parts>();

/** Splits a name into words. */
export function partsOf(name: string): Parts {
  let parts = known.get(name);
  if (!parts) {
    const all = name.split(' ');
    parts = { all, needed: all.filter((part) => !stopWords.has(part) && !softWords.has(part)) };
    known.set(name, parts);
  }
  return parts;
}
