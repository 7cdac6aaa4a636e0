/**
 * Weight of each trait of a page, learned by `npm run search:learn`; the names are those of `traits.ts`.
 * Generated: the next run overwrites manual changes.
 */
export const learned = {
  second: 0.93,
  via: 0.36,
  led: 0.3,
  named: 0.51,
  words: 0.45,
  meaning: 0.7,
  hits: 0.14,
  section: 0.13,
  question: -0.53,
};
