import { quizSectionPage, quizSections } from './quiz.ts';

/** Addresses of generated pages that content may link to. */
export const generatedAddresses: readonly string[] = [
  '/search/',
  '/topics/',
  '/go/',
  ...quizSections.map(quizSectionPage),
];

/** First path segments that features generate pages under, so no authored page may use them. A test compares this list with every injected route. */
export const reservedPrefixes: readonly string[] = [
  '/404/',
  '/search/',
  '/topics/',
  '/schemas/',
  '/d/',
  '/embed/',
  '/oembed/',
  '/deck/',
  '/go/',
  '/cards/',
  '/downloads/',
];
