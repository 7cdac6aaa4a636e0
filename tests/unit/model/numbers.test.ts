import { expect, test } from 'vitest';
import { figure, isStale } from '#model/numbers.ts';

test('a unit is held to its figure by a no-break space', () => {
  expect(figure({ value: '76', unit: '%' })).toBe('76\u00a0%');
  expect(figure({ value: '8', unit: '' })).toBe('8');
});
test('a figure is stale from the day after its review date', () => {
  expect(isStale({ reviewBy: '2026-11-25' }, '2026-11-25T10:00:00Z')).toBe(false);
  expect(isStale({ reviewBy: '2026-11-25' }, '2026-11-26')).toBe(true);
});
