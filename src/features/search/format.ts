/** What a section is, which decides how much it weighs and how a result names it. */
export const kinds = ['page', 'section', 'term', 'question', 'misconception', 'symptom', 'record', 'source'] as const;
/** Kind of a section. */
export type Kind = (typeof kinds)[number];

/** One thing that search finds: the part of a page below one heading, or one looked-up entry. */
export interface Section {
  /** Address of the page, without the sub-path: `/traits/isolation/`. */
  page: string;
  /** Title of the page. */
  title: string;
  /** Id of the heading or entry; empty for the beginning of the page. */
  id: string;
  /** Text of the heading; the page's title at its beginning. */
  heading: string;
  text: string;
  kind: Kind;
  /** Other names: a term's `aka` and `words`, a system's name. */
  names: string[];
  /** Other words in which people ask for it, from `content/data/asked.yml`. */
  asked: readonly string[];
  /** Addresses (with fragment) of the sections that explain this entry, the main one first. */
  to: string[];
}

/** The fields of a section that are indexed, in the order of their numbers in the index. */
export const fields = ['title', 'heading', 'names', 'text', 'asked'] as const;

/** Names of one thing with `|` between, and the numbers of the sections that are the answer, the main one first. */
export type Name = [names: string, sections: number[]];

/** A main question of the site and what answers it, as `content/data/search.yml` has it. */
export interface Ask {
  /** Names of each thing that is spoken of; a query has to name each. */
  sides: string[][];
  /** Words that say what is wanted of them. */
  wants: string[];
  /** Whether a query that names the sides and nothing else asks this, too. */
  alone: boolean;
  /** Numbers of the sections that answer, the best first. */
  at: number[];
}

/** The part of the index that every query needs. */
export interface Head {
  /** Number of sections. */
  count: number;
  /** Average length of each field, in words. */
  averages: number[];
  /** For each field the length in words of every section, as {@link packNumbers} writes it. */
  lengths: string[];
  /** For each section the number of words in its heading that carry meaning, as {@link packNumbers} writes it. */
  headings: string;
  /** For each section its place in {@link kinds}. */
  kinds: number[];
  /** Number of the first section of each page. */
  pages: number[];
  /** Places in `pages` of those that list what others explain. */
  hubs: number[];
  /** Number of the first section of each chunk, as the difference from the one before. */
  chunks: number[];
  /** Section numbers that an entry leads to, by the entry's number. */
  to: Record<number, number[]>;
  /** The first word of each shard, as {@link packWords} writes them. */
  shards: string;
  /** The words that a short beginning may become, sorted, as {@link packWords} writes them: whoever types two letters cannot wait for all that begin so. */
  common: string;
  /** In how many sections each of those stands, as {@link packNumbers} writes it. */
  frequencies: string;
  /** Words that are two words written together and not near the first of them in the alphabet: `overcommit`, since `over` is never looked up. */
  compounds: string;
  /** Words that stand in another shard than their stem would, and are looked for there when another form of them is asked for. */
  strays: string;
  /** What words of other languages begin with, and common words of the site that begin so too, both as {@link packWords} writes them. */
  foreign: [stems: string, own: string];
  /** Entries whose names mean the same thing. */
  entries: Name[];
  /** Names that stand for nothing but their sections (titles of pages, messages and their codes) and that no shard has. */
  names: Name[];
  /** Further groups of names that mean the same. */
  synonyms: string[][];
  /** Words that readers use for another: the first may also mean the rest. */
  hints: string[][];
  asks: Ask[];
}

/** Rising numbers as the differences between them, which are shorter. */
export const packRising = (numbers: readonly number[]): number[] =>
  numbers.map((number, place) => number - (numbers[place - 1] ?? 0));

/** The numbers that {@link packRising} made short. */
export function readRising(steps: readonly number[]): number[] {
  let number = 0;
  return steps.map((step) => (number += step));
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Steps between a number and its double. Up to five all numbers are exact, and the error of any is below 12 %. */
const steps = 6;

/** Numbers as one letter each, since lengths and frequencies need no more than their size. */
export const packNumbers = (numbers: readonly number[]): string =>
  numbers.map((number) => digits[Math.min(digits.length - 1, Math.round(steps * Math.log2(1 + number)))]).join('');

/** The numbers that {@link packNumbers} made short. */
export const readNumbers = (packed: string): number[] =>
  Array.from(packed, (digit) => Math.round(2 ** (digits.indexOf(digit) / steps) - 1));

/** What {@link packNumbers} leaves of a number. */
export const rounded = (number: number): number => readNumbers(packNumbers([number]))[0]!;

/** Postings of one word: for each field, numbers of sections (as differences) and how often it stands there, in turn. */
export type Postings = number[][];

/**
 * A stretch of the alphabet: its words (as `packWords` writes them), the postings of each (as `packPostings` does, with spaces between), and the names that
 * stand here because their rarest word does. A query needs the shards of its words anyway.
 */
export type Shard = [words: string, postings: string, names: Name[]];

/** Words of one length and in how many sections each stands, packed: what a slip may have been. */
export type WordTable = [words: string, frequencies: string];

/** The shortest and the longest words that have a table of their own; those beyond are in the same. */
const [shortest, longest] = [4, 15];
/** The table of words that no slip is taken for: shorter ones, those with digits, and compounds that nobody writes together. */
export const restTable = 0;
/** The numbers of all tables of words. */
export const wordTables = [restTable, ...Array.from({ length: longest - shortest + 1 }, (_, at) => at + shortest)];
/** The number of the table that has words of this length. */
export const tableOf = (length: number): number => (length < shortest ? restTable : Math.min(length, longest));

/** What a result shows of a section: page, title, id, heading, text. */
export type Shown = [page: string, title: string, id: string, heading: string, text: string];

/** Where the index lives below the site's root. The pointer is small and never cached; the folder it names never changes. */
export const indexFolder = '_search';
export const pointerFile = 'current.json';
/** The words of other languages, in the same folder as the rest of the index. */
export const languagesFile = 'languages.bin';
