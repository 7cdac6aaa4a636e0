/** Sections whose pages are prose and must keep to the limits below. Their overview pages are exempt. */
export const textSections = ['concepts', 'traits', 'hybrids', 'systems', 'use-cases'] as const;

/** Sections whose every page must have a diagram and a section `{#not-true}` on where its rule does not hold. */
export const explainedSections = ['concepts', 'traits', 'hybrids', 'systems'] as const;

/** Sections whose every page must cite at least {@link limits.sources} sources. */
export const sourcedSections = ['traits', 'hybrids'] as const;

/** Limits for pages and entries. */
export const limits = {
  /** Words on a prose page. */
  pageWords: { least: 600, most: 1600 },
  /** Maximum words in its opening paragraph, so that it can be quoted on its own. */
  openingWords: 50,
  /** Maximum average words per sentence on a page. */
  averageSentence: 25,
  /** Maximum words in any sentence. */
  sentenceWords: 50,
  /** Maximum sentences per paragraph. */
  paragraphSentences: 4,
  /** Minimum number of sources that a page of {@link sourcedSections} cites. */
  sources: 6,
  /** Words in the answer to a question. */
  answerWords: { least: 40, most: 120 },
  /** Maximum months since a source was last read. */
  sourceMonths: 24,
} as const;

/**
 * Terms that the first-use rule ignores: the subject itself, which the home page explains, words that every reader knows, and words with another
 * meaning in everyday use.
 */
export const basicTerms = [
  'container',
  'virtual-machine',
  'kernel',
  'host',
  'container-image',
  'operating-system',
  'docker',
  'docker-engine',
  'kubernetes',
  'service',
  'layer',
  'bridge',
  'operator',
  'manifest',
  'bundle',
  'cloud-native',
] as const;

/** Limits that keep a quiz from being guessable, and wrong answers from being uninformative. */
export const quizLimits = {
  /** Maximum length of the correct answer, as a multiple of the longest wrong one. */
  longer: 1.3,
  /** Minimum length of the correct answer, as a multiple of the shortest wrong one. */
  shorter: 0.6,
  /** Tolerance for both, in characters. */
  letters: 6,
  /** Maximum share of questions whose correct answer is the longest. With four answers, a quarter is expected by chance. */
  share: 0.35,
  /** Minimum share of wrong answers that reveal a misconception. */
  shown: 0.85,
  /** Number of questions from which these shares are meaningful. */
  least: 20,
} as const;

/** Words that praise or belittle without saying anything. */
export const bannedWords = /\b(revolutionary|blazing|simply|obviously|seamless(?:ly)?|game.changing)\b/i;
