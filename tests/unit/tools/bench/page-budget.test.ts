import { expect, test } from 'vitest';
import { loadTable, overPageBudget, visitSentence } from '../../../../tools/bench/page-budget.ts';

const load = {
  address: '/a/',
  bytes: 40_000,
  headers: 900,
  requests: 7,
  scripts: 9000,
  shift: 0.07,
  blocking: 12,
  largest: 900,
};

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
  expect(loadTable([load])).toContain('| `/a/` | 40.0 | 0.9 | 7 | 9.0 | 0.070 | 12 | 900 |');
});

test('a visit is told with its first page apart from the others', () => {
  const visits = [30_000, 20_000, 24_000].map((bytes) => ({ address: '/a/', bytes, requests: 1 }));
  expect(visitSentence(visits)).toBe(
    'A visit of 3 pages with a warm cache: 74.0 kB, of which the first page 30.0 and each further one 20.0 to 24.0.',
  );
});
