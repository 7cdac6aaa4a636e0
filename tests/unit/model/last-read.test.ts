import { expect, test } from 'vitest';
import { usualMonth } from '#model/last-read.ts';

test('the usual month is that of most sources, and of two alike the later', () => {
  expect(usualMonth(['2026-11', '2026-10', '2026-11'])).toBe('2026-11');
  expect(usualMonth(['2026-10', '2026-11'])).toBe('2026-11');
  expect(usualMonth([])).toBe('');
});
