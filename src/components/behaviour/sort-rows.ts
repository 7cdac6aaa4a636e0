/** Leading number of a figure: 125 for `≤ 125`, 1193 for `1,193`, 1.7 for `1.7–2.3`; `undefined` if there is none. */
export function leadingNumber(text: string): number | undefined {
  const found = /-?\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', '');
  return found === undefined ? undefined : Number(found);
}

/** Sort key of a cell: its text and, for a figure, its unit. */
export interface SortCell {
  /** Visible text, which is sorted by. */
  textContent: string | null;
  /** `unit` is set on cells with a figure. */
  dataset: { unit?: string };
}

/**
 * Comparator for cells. Figures sort by unit first, because 1 TB is not less than 2 ms, then by value. Numbers come before text; text sorts by the
 * rules of the language `lang`.
 */
export function compareCells(one: SortCell, other: SortCell, lang: string): number {
  const units = (one.dataset.unit ?? '').localeCompare(other.dataset.unit ?? '', lang);
  if (units !== 0) return units;
  const [a, b] = [one, other].map(({ textContent }) => (textContent ?? '').trim()) as [string, string];
  const [x, y] = [leadingNumber(a), leadingNumber(b)];
  const numeric = [a, b].every((text) => /^[^\p{L}]*\d/u.test(text));
  if (numeric && x !== undefined && y !== undefined && x !== y) return x - y;
  return a.localeCompare(b, lang);
}
