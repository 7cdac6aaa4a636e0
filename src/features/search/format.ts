/** Kinds of sections, which determine their weight and how results label them. */
export const kinds = ['page', 'section', 'term', 'question', 'misconception', 'symptom', 'record', 'source'] as const;
/** Kind of a section. */
export type Kind = (typeof kinds)[number];

/** One unit that search finds: the part of a page below one heading, or one entry of a list. */
export interface Section {
  /** Address of the page, without the base path: `/traits/isolation/`. */
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
  /** Other words in which people ask about it, from `content/data/asked.yml`. */
  asked: readonly string[];
  /** Addresses (with fragment) of the sections that explain this entry, the main one first. */
  to: string[];
}

/** The fields of a section that are indexed, in the order of their numbers in the index. */
export const fields = ['title', 'heading', 'names', 'text', 'asked'] as const;

/** Names of one thing, separated by `|`, and the numbers of the sections that answer them, the main one first. */
export type Name = [names: string, sections: number[]];

/** A main question of the site and its answers, from `content/data/search.yml`. */
export interface Ask {
  /** Names of each thing that the question is about; a query has to mention every one. */
  sides: string[][];
  /** Words that say what is wanted of them. */
  wants: string[];
  /** Whether a query that mentions these and nothing else asks the question, too. */
  alone: boolean;
  /** Numbers of the sections that answer, the best first. */
  at: number[];
}

/** Turns of phrase that ask for the entries of a list, from `content/data/search.yml`. */
export interface List {
  /** The turns of phrase, in the spelling of queries. */
  says: string[];
  /** Index in `pages` of the page with the list. */
  page: number;
}

/** The part of the index that every query needs. */
export interface Head {
  /** Number of sections. */
  count: number;
  /** Average length of each field, in words. */
  averages: number[];
  /** Length in words of every section, for each field, packed by {@link packLengths}. */
  lengths: string[];
  /** Number of words with a meaning in the heading of every section, packed by {@link packNumbers}. */
  headings: string;
  /** Kind of every section, as an index in {@link kinds}. */
  kinds: number[];
  /** Number of the first section of each page. */
  pages: number[];
  /** Indexes in `pages` of those that list what others explain. */
  hubs: number[];
  /** Number of the first section of each chunk, packed by {@link packRising}. */
  chunks: number[];
  /** Numbers of the sections that an entry leads to, by the entry's number. */
  to: Record<number, number[]>;
  /** First word of each shard, packed by {@link packWords}. */
  shards: string;
  /**
   * Words that a short beginning may become, sorted and packed by {@link packWords}: after two letters, loading all words that begin with them would
   * take too long.
   */
  common: string;
  /** Number of sections with each of those words, packed by {@link packNumbers}. */
  frequencies: string;
  /** Words that are two words written as one and not near the first of them in the alphabet: `overcommit`, because `over` is never looked up. */
  compounds: string;
  /** Words that are in another shard than their stem, and have to be looked up there when a query has another form of them. */
  strays: string;
  /** Stems of foreign words, and common words of the site that begin with one, both packed by {@link packWords}. */
  foreign: [stems: string, own: string];
  /** Entries whose names are synonyms. */
  entries: Name[];
  /** Names of sections that are not synonyms (titles of pages, messages and their codes) and are in no shard. */
  names: Name[];
  /** Further groups of names that mean the same. */
  synonyms: string[][];
  /** Words with further meanings for readers: the first may also mean the rest. */
  hints: string[][];
  /** Main questions of the site. */
  asks: Ask[];
  /** Lists that a turn of phrase asks for. */
  lists: List[];
}

/** Packs rising numbers as their differences, which are shorter. */
export const packRising = (numbers: readonly number[]): number[] =>
  numbers.map((number, place) => number - (numbers[place - 1] ?? 0));

/** Unpacks the numbers from {@link packRising}. */
export function readRising(steps: readonly number[]): number[] {
  let number = 0;
  return steps.map((step) => (number += step));
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Steps between a number and its double. Up to five all numbers are exact, and the error of any is below 12 %. */
const steps = 6;

/** Packs numbers into one letter each, because only the magnitude of lengths and frequencies matters. */
export const packNumbers = (numbers: readonly number[]): string =>
  numbers.map((number) => digits[Math.min(digits.length - 1, Math.round(steps * Math.log2(1 + number)))]).join('');

/** Steps between the length of a section and its double: fewer different letters compress better, and a section that is a fifth longer is no worse an answer. */
const lengthSteps = 2;

/** Packs the lengths of sections as {@link packNumbers} does, more coarsely. */
export const packLengths = (lengths: readonly number[]): string =>
  packNumbers(lengths.map((length) => 2 ** (Math.round(lengthSteps * Math.log2(1 + length)) / lengthSteps) - 1));

/** Unpacks the numbers from {@link packNumbers}, rounded. */
export const readNumbers = (packed: string): number[] =>
  Array.from(packed, (digit) => Math.round(2 ** (digits.indexOf(digit) / steps) - 1));

/** A number as {@link packNumbers} rounds it. */
export const rounded = (number: number): number => readNumbers(packNumbers([number]))[0]!;

/** Postings of one word: for each field, differences of section numbers and numbers of occurrences, alternating. */
export type Postings = number[][];

/**
 * A shard, which covers a range of the alphabet: its words (packed by `packWords`), the postings of each (packed by `packPostings`, separated by
 * spaces), and the names whose rarest word it has. A query needs the shards of its words anyway.
 */
export type Shard = [words: string, postings: string, names: Name[]];

/** Words of one length and the number of sections with each, packed: the candidates for corrections. */
export type WordTable = [words: string, frequencies: string];

/** Lengths of the words that have a table of their own; longer ones are in the last. */
const [shortest, longest] = [4, 15];
/** The table of words that are no corrections: shorter ones, those with digits, and compounds that nobody writes as one word. */
export const restTable = 0;
/** Numbers of all tables of words. */
export const wordTables = [restTable, ...Array.from({ length: longest - shortest + 1 }, (_, at) => at + shortest)];
/** Number of the table for words of this length. */
export const tableOf = (length: number): number => (length < shortest ? restTable : Math.min(length, longest));

/** What a result shows of a section: page, title, id, heading, text. */
export type Shown = [page: string, title: string, id: string, heading: string, text: string];

/** Folder of the index, below the site's root. */
export const indexFolder = '_search';
/** File that names the folder of the current index. It is small and never cached, whereas the folder that it names never changes. */
export const pointerFile = 'current.json';
/** File with the translations, in the same folder as the rest of the index. */
export const languagesFile = 'languages.bin';
