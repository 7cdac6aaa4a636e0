/** The number that a figure begins with: `≤ 125` is 125, `1,193` is 1193, `1.7–2.3` is 1.7; nothing if there is none. */
export function leadingNumber(text: string): number | undefined {
  const found = /-?\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', '');
  return found === undefined ? undefined : Number(found);
}

/** What a cell is sorted by: its words and, for a figure, its unit. */
export interface SortCell {
  textContent: string | null;
  dataset: { unit?: string };
}

/** Orders two cells: figures by unit first, since 1 TB is not less than 2 ms; numbers by size and before words, words by the alphabet of the language `lang`. */
export function compareCells(one: SortCell, other: SortCell, lang: string): number {
  const units = (one.dataset.unit ?? '').localeCompare(other.dataset.unit ?? '', lang);
  if (units !== 0) return units;
  const [a, b] = [one, other].map(({ textContent }) => (textContent ?? '').trim()) as [string, string];
  const [x, y] = [leadingNumber(a), leadingNumber(b)];
  const numeric = [a, b].every((text) => /^[^\p{L}]*\d/u.test(text));
  if (numeric && x !== undefined && y !== undefined && x !== y) return x - y;
  return a.localeCompare(b, lang);
}
