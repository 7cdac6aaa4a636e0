/** Sections whose pages are running text, held to the measures below; their overview pages are not. */
export const textSections = ['concepts', 'traits', 'hybrids', 'systems', 'use-cases'] as const;

/** Sections whose every page shows a diagram and says, under `{#not-true}`, where its rule does not hold. */
export const explainedSections = ['concepts', 'traits', 'hybrids', 'systems'] as const;

/** Sections whose every page cites {@link limits.sources} sources or more. */
export const sourcedSections = ['traits', 'hybrids'] as const;

/** Measures that the content check holds pages and entries to. */
export const limits = {
  /** Words of a page of running text. */
  pageWords: { least: 600, most: 1600 },
  /** Words of the paragraph that opens it, so that it can be quoted alone. */
  openingWords: 50,
  /** Average words of a sentence on a page. */
  averageSentence: 25,
  /** Words of the longest sentence. */
  sentenceWords: 50,
  /** Sentences of a paragraph. */
  paragraphSentences: 4,
  /** Sources that a page of {@link sourcedSections} cites at least. */
  sources: 6,
  /** Words of the answer to a question. */
  answerWords: { least: 40, most: 120 },
  /** Months after which a source has to be read again. */
  sourceMonths: 24,
} as const;

/**
 * Terms that the first-use rule passes over: the subject itself, which the home page shows, words that every reader brings along,
 * and words that mean something else in everyday use.
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

/** Measures that keep a quiz from being passed without knowledge, and from saying nothing when it isn't. */
export const quizLimits = {
  /** The right answer may be so many times as long as the longest wrong one, */
  longer: 1.3,
  /** and so many times as long as the shortest wrong one, */
  shorter: 0.6,
  /** with so many letters to spare either way. */
  letters: 6,
  /** Share of the questions in which the right answer may be the longest. Of four answers each is the longest in a quarter by chance. */
  share: 0.35,
  /** Share of all wrong answers that show a misconception, at least. */
  shown: 0.85,
  /** Number of questions from which on these shares mean something. */
  least: 20,
} as const;

/** Words that praise or belittle and say nothing. */
export const bannedWords = /\b(revolutionary|blazing|simply|obviously|seamless(?:ly)?|game.changing)\b/i;

/** How much the site promises to have at least; a test holds the content to it. */
export const minimums = {
  diagrams: 75,
  'sources in use': 300,
  'glossary terms': 210,
  'uses of terms on pages': 200,
  'figures that name what decides them': 60,
  misconceptions: 38,
  questions: 125,
  symptoms: 100,
  'quiz questions': 120,
  contradictions: 6,
  'dated events': 50,
} as const;
