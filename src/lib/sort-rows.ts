/** The number that a figure begins with: `≤ 125` is 125, `1,193` is 1193, `1.7–2.3` is 1.7; nothing if there is none. */
export function leadingNumber(text: string): number | undefined {
  const found = /-?\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', '');
  return found === undefined ? undefined : Number(found);
}

/** Orders two cells: numbers by size and before words, words by the alphabet. */
export function compareCells(a: string, b: string): number {
  const [x, y] = [leadingNumber(a), leadingNumber(b)];
  const numeric = [a, b].every((text) => /^[^\p{L}]*\d/u.test(text));
  if (numeric && x !== undefined && y !== undefined && x !== y) return x - y;
  return a.localeCompare(b, 'en');
}
