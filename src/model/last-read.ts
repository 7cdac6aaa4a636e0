import { listEntries } from './entries.ts';

/** The month of a day, `YYYY-MM`. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** Finds the month with the most of these days, and its first and last day. A list can then state that range once and give only the exceptions a date. */
export function usualDays(days: readonly string[]): { month: string; first: string; last: string } {
  const months = new Map<string, string[]>();
  for (const day of days.toSorted()) months.set(monthOf(day), [...(months.get(monthOf(day)) ?? []), day]);
  const [usual] = [...months].sort(([a, many], [b, few]) => few.length - many.length || b.localeCompare(a));
  const [month = '', all = []] = usual ?? [];
  return { month, first: all[0] ?? '', last: all.at(-1) ?? '' };
}

/** The {@link usualDays} on which the site's sources were last read. */
export const usualReading = () => usualDays(listEntries('sources').map(({ read }) => read));
