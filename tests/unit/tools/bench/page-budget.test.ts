import { expect, test } from 'vitest';
import { loadTable, overPageBudget, paysFrom, visitSentence, visitTable } from '../../../../tools/bench/page-budget.ts';

const load = {
  address: '/a/',
  bytes: 40_000,
  headers: 900,
  requests: 7,
  scripts: 9000,
  dictionary: 0,
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
  const visits = [30_000, 20_000, 24_000].map((bytes) => ({ address: '/a/', bytes, requests: 1, dictionary: 0 }));
  expect(visitSentence(visits)).toBe(
    'A visit of 3 pages with a warm cache: 74.0 kB, of which the first page 30.0 and each further one 20.0 to 24.0.',
  );
});

test('a page that fetches what only other pages need is told', () =>
  expect(overPageBudget({ ...load, bytes: 1, requests: 1, scripts: 1, shift: 0, blocking: 0, dictionary: 9 })).toEqual([
    '/a/: bytes of a dictionary is 9, more than 0',
  ]));

const visit = (...all: number[]) =>
  all.map((bytes, index) => ({ address: `/${index}/`, bytes, requests: 1, dictionary: index === 1 ? 500 : 0 }));

test('visits are told side by side, with what of them was the dictionary', () =>
  expect(visitTable(new Map([['plain', visit(1000, 2000)]]))).toBe(
    [
      '| Page | plain |',
      '| :--- | ---: |',
      '| `/0/` | 1.0 |',
      '| `/1/` | 2.0 |',
      '| all | 3.0 |',
      '| of it the dictionary | 0.5 |',
    ].join('\n'),
  ));

test('a way pays from the page on after which a visit never costs more by it', () => {
  const plain = visit(10, 10, 10, 10);
  expect(paysFrom(visit(10, 20, 5, 4), plain)).toBe(4);
  expect(paysFrom(visit(9, 9, 9, 9), plain)).toBe(1);
  expect(paysFrom(visit(9, 12, 9, 9), plain)).toBe(4);
  expect(paysFrom(visit(10, 20, 5, 5), plain)).toBeUndefined();
});
