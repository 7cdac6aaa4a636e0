import type { Kind } from '../format.ts';

/**
 * Every number that decides what search answers, in one place. They were chosen on two thirds of
 * `tests/fixtures/search/queries.yml` and on `threads.yml`; `npm run bench:search` shows what a change does to the rest.
 */
export const tuning = {
  /** How much a match in each field counts. */
  boosts: { title: 1, heading: 3, names: 2.25, text: 1, asked: 1 },
  /** What a section of each kind weighs against others. Entries of lists send their reader on, so the page they lead to wins. */
  kindWeights: {
    page: 1.15,
    section: 1,
    term: 0.33,
    question: 0.92,
    misconception: 0.45,
    symptom: 0.55,
    record: 0.25,
    source: 0.06,
  } satisfies Record<Kind, number>,
  /** What a term weighs of which the query says more than its name: who writes a sentence asks for more than a definition. Least, and how steeply it falls. */
  termOfPart: 0.5,
  termPower: 2,
  /** What a page that lists others weighs: it has all their names and explains none. */
  hubWeight: 0.375,

  /** Words of a query. */
  words: {
    /** How much a word counts that says what is wanted rather than what it is about. */
    soft: 0.35,
    /** The same for words that ask for a comparison: who compares wants the comparison and not one of the two. */
    compare: 0.5,
    /** How much a word's rarity says about its share of the query: 0 would give all words the same, 1 lets a rare one decide alone. */
    rarityPower: 0.55,
    /** The least rarity that a word of the subject is taken to have. */
    leastRarity: 0.3,
    /** How rare a word is taken to be that the site lacks. */
    unknownRarity: 3,
    /** A word that stands for another by less than this says nothing of how common that one is. */
    sureMatch: 0.55,
    /** A section has a word of the query if it has one that stands for it by more than this. */
    standsIn: 0.4,
    /** How well another ending stands for a word that the index has, and for one that it lacks; a plural counts more. */
    endings: { known: 0.5, unknown: 0.7, plural: 0.9 },
    /** How well a beginning stands for its completion: at least, and how much more the more of it is there. */
    beginning: { least: 0.5, more: 0.4 },
    /** How much completions count beside a finished word that the index has. */
    beginningOfKnown: 0.25,
    /** How many words a beginning may stand for, and how many corrections are tried: more would only add noise and downloads. */
    mostBeginnings: 6,
    mostCorrections: 3,
    /** Shortest words that are corrected for one slip, and for two: short names are one slip from some other word. */
    correctFrom: [5, 8],
    /** How well a correction stands for a word with one slip, with two, and each further one. */
    correction: [0.9, 0.7, 0.8],
    /** How well a name stands for another name of the same thing: in a text, and as a name. */
    sameThing: { text: 0.5, naming: 0.9 },
    /** How well a hint's meaning stands for its word: in a text, and as a name. */
    hinted: { text: 0.4, naming: 0.75 },
    /** How well the words count that a turn of phrase means. */
    turnOfPhrase: 0.5,
    /** More words than this come from pasted logs; the rare ones among them say what it is about. */
    most: 16,
  },

  /** How a section's score grows with the share of the query that it has anywhere, and in its heading and names. */
  coverage: { none: 0.05, anywhere: 1, named: 1.2, power: 3 },
  /** How much a word counts as the name of a section that stands in what people ask there and in none of its names. */
  askedNaming: 0.5,
  /** How steeply the words of a page's title count less as a name of its sections, the more the title has besides: of HPC containers it takes both. */
  titlePower: 2,
  /** How much of its own score an entry gives to the section that explains it, and to the further ones. */
  sentOn: [0.6, 0.2],
  /** How much an entry's vote counts for its target beside the target's own score, whichever is less. */
  secondVoice: 0.5,
  /** How much of an entry's vote stays if the query is only a part of its heading. */
  partOfHeading: 0.7,
  /** A target whose own text has less than this share of what its entry has is shown with the entry's name. */
  viaBelow: 0.6,

  /**
   * What is gained, in parts of the best score, where a name covers the query: its own section, a message, and its list entry.
   * `whole`: how much a name counts as covering that is the very query, before shorter names in it.
   */
  names: { first: 1.6, message: 3.3, entry: 0.3, power: 5, whole: 1.08 },
  /** What the very message that was pasted scores, in parts of the best score. */
  pasted: 1.5,
  /** What is gained where the heading of an entry asks or says the same as the query. */
  sayings: {
    question: 1.6,
    misconception: 0.8,
    symptom: 6,
    section: 0.8,
    term: 0,
    page: 0,
    record: 0,
    source: 0,
  } satisfies Record<Kind, number>,
  /** How steeply that falls with the words that only one of the two has. */
  sayingPower: 2.5,
  /** What the pages gain that answer the site's main questions, for the first and each further one. */
  asks: [2, 0.85],

  /** How much further sections add to their page's best one: a page that is about the subject says more of it than one remark. */
  furtherSections: [1, 0.3, 0.15],
  /** So many of the best pages are put in order by what was learned of them, too. */
  reordered: 3,
  /** How many sections the best pages show; further pages show one. */
  shownSections: [3, 2, 2],
  /** A further section of the same page is shown if it scores at least this part of the first; of a list, whose entries have nothing in common, this part. */
  comparable: { section: 0.35, entry: 0.7 },
  /** Pages that score less than this part of the best are not shown. */
  faint: 0.06,
  /** A best answer that has less than this share of the query is headed as the closest. */
  fits: 0.5,
  /** While a word is being typed the first page stays first unless another is better by this factor. */
  steady: 1.6,
} as const;
