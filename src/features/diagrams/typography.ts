/** An apostrophe in a word or at its end. */
const apostrophe = /(?<=[\p{L}\d])'/gu;

/** Words with the apostrophes that prose has. What stands between backticks is code and keeps its own. */
export function typeset(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 0 ? part.replace(apostrophe, '\u2019') : part))
    .join('');
}
