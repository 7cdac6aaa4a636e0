import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { compareCells, leadingNumber, type SortCell } from '#components/behaviour/sort-rows.ts';

const byCells = (a: SortCell, b: SortCell) => compareCells(a, b, 'en');
const cell = (textContent: string, unit?: string) => ({ textContent, dataset: unit === undefined ? {} : { unit } });
const sorted = (...words: string[]) =>
  words
    .map((text) => cell(text))
    .sort(byCells)
    .map(({ textContent }) => textContent);
import { shownFigures } from '../../support/stale-marks.ts';

test.each([
  ['≤ 125', 125],
  ['1,193', 1193],
  ['1.7–2.3', 1.7],
  ['none', undefined],
])('the number of %s is %s', (text, number) => expect(leadingNumber(text)).toBe(number));

test('figures sort by size, words by the alphabet', () => {
  expect(sorted('1,193\u00a0ms', '≤\u00a0125\u00a0ms', '2.3\u00a0ms')).toEqual([
    '2.3\u00a0ms',
    '≤\u00a0125\u00a0ms',
    '1,193\u00a0ms',
  ]);
  expect(sorted('b 1', 'a 2')).toEqual(['a 2', 'b 1']);
});

test('figures of one unit stay together, whatever their numbers', () => {
  const cells = [cell('1 TB', 'TB'), cell('8 ms', 'ms'), cell('2.3 ms', 'ms')];
  expect(cells.sort(byCells).map(({ textContent }) => textContent)).toEqual(['2.3 ms', '8 ms', '1 TB']);
});

describe('a command lists figures past their review date', () => {
  const command = 'src/features/content-check/cli/list-stale.ts';
  const list = (day: string) => execFileSync(process.execPath, [command, day], { encoding: 'utf8' });

  test('as of a day', () => {
    expect(list('2026-11-25')).toContain('0 figures are past their review date on 2026-11-25.');
    expect(list('2027-12-01')).toMatch(/fc-boot-125ms: ≤ 125.*due since 2027-11-30/);
  });
  test.each([
    ['2026-13-01', '"2026-13-01" is not a day of the calendar.'],
    ['--today', "Unknown option '--today'"],
  ])('and refuses %s with its usage', (argument, reason) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, argument], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([64, '']);
    expect(stderr).toContain(reason);
    expect(stderr).toContain('Usage: npm run numbers:stale [-- YYYY-MM-DD]');
  });
});

test('the figures of a page are found, with and without a mark', () => {
  const marked = '<span data-number="a">1</span><span class="stale"> (due for review)</span>';
  expect(shownFigures(`${marked} and <span data-number="b">2</span>`)).toEqual([
    { id: 'a', marked: true },
    { id: 'b', marked: false },
  ]);
});
