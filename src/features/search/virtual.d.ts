declare module 'virtual:search/hints' {
  /** Content of an empty search field. */
  export const hints: import('./hints.ts').Hints;
}
