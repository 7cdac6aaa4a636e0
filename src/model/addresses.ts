import { quizSectionPage, quizSections } from './quiz.ts';

/** Addresses of the pages that routes generate and that content may link to. */
export const generatedAddresses: readonly string[] = [
  '/search/',
  '/topics/',
  '/go/',
  ...quizSections.map(quizSectionPage),
];

/** First segments of the addresses that features fill, so that no author's page may take one. A test holds every injected route against them. */
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
