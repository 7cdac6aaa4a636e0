import { expect, test } from 'vitest';
import { loadTable, overPageBudget } from '../../../../tools/bench/page-budget.ts';

const load = { address: '/a/', bytes: 40_000, requests: 7, scripts: 9000, shift: 0.07, blocking: 12, largest: 900 };

test('a page over budget is told with page, measure and bar', () => {
  expect(overPageBudget(load)).toEqual([
    '/a/: bytes is 40000, more than 35000',
    '/a/: requests is 7, more than 6',
    '/a/: bytes of script is 9000, more than 8000',
    '/a/: layout shift is 0.07, more than 0',
    '/a/: blocking time is 12, more than 0',
  ]);
});

test('where times are only told, they do not count', () =>
  expect(overPageBudget({ ...load, bytes: 1, requests: 1, scripts: 1, shift: 0 }, false)).toEqual([]));

test('a page that lists a collection may be heavier', () => {
  const list = { ...load, address: '/reference/glossary/', requests: 3, scripts: 5000, shift: 0, blocking: 0 };
  expect(overPageBudget(list)).toEqual([]);
});

test('the table has a row a page', () => {
  expect(loadTable([load])).toContain('| `/a/` | 40.0 | 7 | 9.0 | 0.070 | 12 | 900 |');
});
