import { listEntries } from './entries.ts';

/** The month, `YYYY-MM`, in which most sources were last read: the list says it once, and the others say their own. */
export function usualMonth(months: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const month of months) counts.set(month, (counts.get(month) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, few]) => few - many || b.localeCompare(a))[0]?.[0] ?? '';
}

/** {@link usualMonth} of the site's sources. */
export const usualReading = (): string => usualMonth(listEntries('sources').map(({ read }) => read));
