/**
 * How much each trait of a page says for it, as `npm run search:learn` learned it; the names are those of `traits.ts`.
 * Not to be changed by hand: the next run would take it back.
 */
export const learned = {
  second: 0.69,
  via: 0.34,
  led: 0.31,
  named: 0.37,
  words: 0.36,
  meaning: 0.38,
  hits: 0.15,
  section: 0.15,
  question: -0.38,
};
