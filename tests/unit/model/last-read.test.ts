import { expect, test } from 'vitest';
import { usualDays } from '#model/last-read.ts';

test('the usual days are those of the month with most of them, and of two alike the later', () => {
  const days = ['2026-11-28', '2026-10-01', '2026-11-25'];
  expect(usualDays(days)).toEqual({ month: '2026-11', first: '2026-11-25', last: '2026-11-28' });
  expect(usualDays(['2026-10-02', '2026-11-03']).month).toBe('2026-11');
  expect(usualDays([])).toEqual({ month: '', first: '', last: '' });
});
