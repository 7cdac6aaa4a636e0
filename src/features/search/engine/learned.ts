/**
 * Weight of each trait of a page, learned by `npm run search:learn`; the names are those of `traits.ts`.
 * Generated: the next run overwrites manual changes.
 */
export const learned = {
  second: 0.87,
  via: 0.32,
  led: 0.24,
  named: 0.34,
  words: 0.41,
  meaning: 0.78,
  hits: 0.13,
  section: 0.09,
  question: -0.69,
};
