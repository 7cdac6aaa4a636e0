declare module 'virtual:search/hints' {
  /** What an empty search field says. */
  export const hints: import('./hints.ts').Hints;
}
