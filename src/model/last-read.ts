import { listEntries } from './entries.ts';

/** The month of a day, `YYYY-MM`. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** First and last of the days in the month to which most of these days belong: a list says them once, and the others say their own. */
export function usualDays(days: readonly string[]): { month: string; first: string; last: string } {
  const months = new Map<string, string[]>();
  for (const day of days.toSorted()) months.set(monthOf(day), [...(months.get(monthOf(day)) ?? []), day]);
  const [usual] = [...months].sort(([a, many], [b, few]) => few.length - many.length || b.localeCompare(a));
  const [month = '', all = []] = usual ?? [];
  return { month, first: all[0] ?? '', last: all.at(-1) ?? '' };
}

/** {@link usualDays} on which the site's sources were last read. */
export const usualReading = () => usualDays(listEntries('sources').map(({ read }) => read));
