import type { Ask, Head, Name } from '../format.ts';

/** What the site's data says about words: names, synonyms and hints. */
export interface Subject {
  /** Groups of names that mean the same. */
  groups: readonly (readonly string[])[];
  /** Words with further meanings: the first may also mean the rest. */
  hints: Head['hints'];
  /** Main questions of the site. */
  asks: readonly Ask[];
  /** Names of entries and names that are in no shard, each with the sections that answer it. */
  names: readonly Name[];
  /** Whether two words are next to each other in a name. */
  isName: (pair: string) => boolean;
  /** Whether a word is a name by itself. */
  isWholeName: (word: string) => boolean;
  /** Whether a word has a meaning here although it is in no text. */
  hasMeaning: (word: string) => boolean;
}

/** Reads the subject from the head of the index. */
export function readSubject({ entries, names, synonyms, hints, asks }: Head): Subject {
  const groups = [...entries.map(([group]) => group.split('|')), ...synonyms];
  const table = new Map<string, Set<number>>();
  for (const [group, sections] of [...entries, ...names]) {
    for (const name of group.split('|')) {
      const known = table.get(name) ?? new Set<number>();
      for (const section of sections) known.add(section);
      table.set(name, known);
    }
  }
  const meaning = new Set([...synonyms.flat(), ...hints.flatMap(([word]) => word!)].flatMap((name) => name.split(' ')));
  const spaced = groups.flat().map((name) => ` ${name} `);
  return {
    groups,
    hints,
    asks,
    names: [...table].map(([name, sections]): Name => [name, [...sections]]),
    isName: (pair) => spaced.some((name) => name.includes(` ${pair} `)),
    isWholeName: (word) => table.has(word) || meaning.has(word),
    hasMeaning: (word) => meaning.has(word),
  };
}
