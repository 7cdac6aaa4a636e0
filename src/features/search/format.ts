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
  /** Addresses (with fragment) of the sections that explain this entry, the main one first. */
  to: string[];
}

/** The fields of a section that are indexed, in the order of their numbers in the index. */
export const fields = ['title', 'heading', 'names', 'text'] as const;

/** How much a match in each field counts. */
export const boosts: Record<(typeof fields)[number], number> = { title: 1, heading: 3, names: 3, text: 1 };

/** What a section of each kind weighs against others. Entries of lists send their reader on, so the page they lead to wins. */
export const kindWeights: Record<Kind, number> = {
  page: 1.15,
  section: 1,
  term: 0.5,
  question: 0.55,
  misconception: 0.6,
  symptom: 0.95,
  record: 0.25,
  source: 0.06,
};

/** A name by which readers ask for something: its words, and the numbers of the sections that are the answer. */
export type Name = [words: string, sections: number[]];

/** The part of the index that every query needs. */
export interface Head {
  /** Number of sections. */
  count: number;
  /** Average length of each field, in words. */
  averages: number[];
  /** For each field the length in words of every section. */
  lengths: number[][];
  /** For each section its place in {@link kinds}. */
  kinds: number[];
  /** Number of the first section of each page. */
  pages: number[];
  /** Number of the first section of each chunk. */
  chunks: number[];
  /** Section numbers that an entry leads to, by the entry's number. */
  to: Record<number, number[]>;
  /** All words, sorted, each as the number of letters it shares with the one before and the rest: `0cgroup 6s`. */
  words: string;
  /** In how many sections each word stands. */
  frequencies: number[];
  /** Number of the first word of each shard. */
  shards: number[];
  names: Name[];
  /** Groups of names that mean the same. */
  synonyms: string[][];
  /** Words that readers use for another: the first may also mean the rest. */
  hints: string[][];
}

/** Postings of one word: for each field, numbers of sections (as differences) and how often it stands there, in turn. */
export type Postings = number[][];

/** What a result shows of a section: page, title, id, heading, text. */
export type Shown = [page: string, title: string, id: string, heading: string, text: string];

/** Where the index lives below the site's root. The pointer is small and never cached; the folder it names never changes. */
export const indexFolder = '_search';
export const pointerFile = 'current.json';
