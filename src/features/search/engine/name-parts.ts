import { softWords, stopWords } from './stop-words.ts';

/** The words of a name, and those among them that a query must speak of. */
interface Parts {
  all: readonly string[];
  needed: readonly string[];
}

/** Names are looked through at every letter that is typed, so each is taken apart once. */
const known = new Map<string, Parts>();

/** The words of a name. */
export function partsOf(name: string): Parts {
  let parts = known.get(name);
  if (!parts) {
    const all = name.split(' ');
    parts = { all, needed: all.filter((part) => !stopWords.has(part) && !softWords.has(part)) };
    known.set(name, parts);
  }
  return parts;
}
