/**
 * How much each trait of a page says for it, as `npm run search:learn` learned it; the names are those of `traits.ts`.
 * Not to be changed by hand: the next run would take it back.
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
