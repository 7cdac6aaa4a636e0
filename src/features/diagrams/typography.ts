/** An apostrophe within or at the end of a word. */
const apostrophe = /(?<=[\p{L}\d])'/gu;

/** Replaces straight apostrophes by typographic ones, except between backticks, where code is. */
export function typeset(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 0 ? part.replace(apostrophe, '\u2019') : part))
    .join('');
}
