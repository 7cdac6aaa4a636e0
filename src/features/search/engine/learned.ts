/**
 * Weight of each trait of a page, learned by `npm run search:learn`; the names are those of `traits.ts`.
 * Generated: the next run overwrites manual changes.
 */
export const learned = {
  second: 0.69,
  via: 0.18,
  led: 0.23,
  named: 0.29,
  words: 0.27,
  meaning: 0.42,
  hits: 0.17,
  section: 0.04,
  question: -0.38,
};
