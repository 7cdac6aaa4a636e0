import type { Kind } from '../format.ts';

/**
 * Every number that determines what search answers. They were tuned on two thirds of
 * `tests/fixtures/search/queries.yml` and on `threads.yml`; `npm run bench:search` shows the effect of a change on the rest.
 */
export const tuning = {
  /** Weight of a match in each field. */
  boosts: { title: 1, heading: 3, names: 2.25, text: 1, asked: 1 },
  /** Weight of sections by kind. Entries of lists send readers on, so that the page they lead to should win. */
  kindWeights: {
    page: 1.15,
    section: 1,
    term: 0.45,
    question: 0.92,
    misconception: 0.45,
    symptom: 0.55,
    record: 0.25,
    source: 0.06,
  } satisfies Record<Kind, number>,
  /** Weight of the entries of a list that the query asks for by a turn of phrase, whatever their kind. */
  ofAskedList: 2.5,
  /** Factor of that list among the first pages, in place of what its learned traits say. */
  likelyList: 10,
  /** Weight of a term if the query says more than its name, because a sentence asks for more than a definition: minimum, and how steeply the weight falls. */
  termOfPart: 0.5,
  termPower: 2,
  /** Weight of a page that lists others: it has all their names and explains none. */
  hubWeight: 0.375,

  /** Words of a query. */
  words: {
    /** Weight of a word that says what is wanted rather than what it is about. */
    soft: 0.35,
    /** Weight of a word that asks for a comparison, which wants the comparison rather than one of its sides. */
    compare: 0.5,
    /** How much a word's rarity determines its share of the query: with 0 all words have the same, with 1 a rare one decides alone. */
    rarityPower: 0.55,
    /** Minimum rarity of a word of the subject. */
    leastRarity: 0.3,
    /** Rarity of a word that the site does not have. */
    unknownRarity: 3,
    /** A match with less weight than this says nothing about how common the other word is. */
    sureMatch: 0.55,
    /** A section has a word of the query if it has a match with more weight than this. */
    standsIn: 0.4,
    /** How well another ending matches a word that the index has, and one that it does not have; a plural counts more. */
    endings: { known: 0.5, unknown: 0.7, plural: 0.9 },
    /** How well a beginning matches its completion: minimum, and what the typed part of the word adds. */
    beginning: { least: 0.5, more: 0.4 },
    /** Weight of completions next to a finished word that the index has. */
    beginningOfKnown: 0.25,
    /** Maximum number of words that a beginning may match, and of corrections to try: more would only add noise and downloads. */
    mostBeginnings: 6,
    mostCorrections: 3,
    /** Minimum length of a word to correct with one edit, and with two: a short name is one edit from some other word. */
    correctFrom: [5, 8],
    /** How well a correction matches a word with one edit, with two, and the factor of each further one. */
    correction: [0.9, 0.7, 0.8],
    /** How well a synonym matches a name: in a text, and as a name. */
    sameThing: { text: 0.5, naming: 0.9 },
    /** How well the meaning of a hint matches its word: in a text, and as a name. */
    hinted: { text: 0.4, naming: 0.75 },
    /** Weight of words that a turn of phrase implies. */
    turnOfPhrase: 0.5,
    /** Maximum number of words. More come from pasted logs, in which the rare ones say what it is about. */
    most: 16,
  },

  /** How a section's score grows with the share of the query that it covers anywhere, and in its heading and names. */
  coverage: { none: 0.05, anywhere: 1, named: 1.2, power: 3 },
  /** How much a word counts as the name of a section if it is in the questions asked there, but in none of its names. */
  askedNaming: 0.5,
  /** How steeply the words of a page's title lose weight as a name of its sections, the more other words the title has: HPC containers takes both. */
  titlePower: 2,
  /** Share of its own score that an entry gives to the section that explains it, and to further ones. */
  sentOn: [0.6, 0.2],
  /** Weight of the lower of two scores: an entry's vote, and that of its target itself. */
  secondVoice: 0.5,
  /** Share of an entry's vote that remains if the query is only a part of its heading. */
  partOfHeading: 0.7,
  /** A target whose own text covers less than this share of what its entry covers is shown with the entry's name. */
  viaBelow: 0.6,

  /**
   * Gain, in parts of the best score, where a name covers the query: for its own section, a message, and its list entry.
   * `whole`: coverage of a name that is the very query, so that it comes before shorter names in it.
   */
  names: { first: 1.6, message: 3.3, entry: 0.3, power: 5, whole: 1.08 },
  /** Score of the very message that was pasted, in parts of the best score. */
  pasted: 1.5,
  /** Gain if the heading of an entry asks or says the same as the query. */
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
  /** How steeply that gain falls with the words that only one of the two has. */
  sayingPower: 2.5,
  /** Gain of the pages that answer the site's main questions, and its factor for each further page. */
  asks: [2, 0.85],

  /** Weight of further sections in the score of their page: a page about the subject says more about it than one remark. */
  furtherSections: [1, 0.3, 0.15],
  /** Number of best pages that are reordered by their learned traits. */
  reordered: 3,
  /** Number of sections shown of the best pages; further pages show one. */
  shownSections: [3, 2, 2],
  /** Minimum score of a further section to be shown, as a part of the first one's: of the same page, and of a list, whose entries are unrelated. */
  comparable: { section: 0.35, entry: 0.7 },
  /** Pages that score less than this part of the best are not shown. */
  faint: 0.06,
  /** A best result that covers less than this share of the query is called the closest rather than an answer. */
  fits: 0.5,
  /** While a word is being typed, the first page stays first unless another is better by this factor. */
  steady: 1.6,
} as const;
