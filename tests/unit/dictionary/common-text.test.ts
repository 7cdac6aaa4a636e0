import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { commonText } from '#features/dictionary/common-text.ts';

/** Text that repeats nothing and has no other's first or last letters: the same for the same number. */
const noise = (number: number, length: number) => {
  const middle = createHash('shake256', { outputLength: length }).update(String(number)).digest('hex').slice(2, length);
  const edge = String.fromCharCode(0x100 + number);
  return edge + middle + edge;
};
const [head, list, phrase] = [noise(1, 300), noise(2, 200), noise(3, 100)];
const page = (number: number, ...parts: string[]) => [head, noise(100 + number, 400), ...parts].join('');

test('what enough pages have is taken once, in the order of the pages', () => {
  const pages = [page(1, list, list), page(2, list), page(3), page(4, phrase)];
  expect(commonText(pages, 1 / 2)).toBe(head + list);
});

test('what too few pages have is left to each of them', () => {
  const pages = [page(1, phrase), page(2), page(3), page(4)];
  expect(commonText(pages, 1 / 2)).toBe(head);
  // Nor is a single page a reason, however large its part is.
  expect(commonText(pages.slice(0, 1), 1 / 2)).toBe('');
});

test('what is too short to pay for itself is left out', () => {
  const short = noise(4, 40);
  expect(
    commonText(
      [1, 2, 3].map((number) => noise(number, 300) + short),
      1,
    ),
  ).toBe('');
  expect(commonText(['', 'a'], 1)).toBe('');
});

test('a piece runs through what the dictionary has already, so that pages find it whole', () => {
  const menu = noise(5, 200);
  const again = noise(6, 120) + menu.slice(0, 60) + noise(7, 120);
  expect(commonText([menu + again, menu + again], 1)).toBe(menu + again);
  const next = [noise(8, 200) + menu, noise(9, 200) + menu, noise(10, 200) + again, noise(11, 200) + again];
  expect(commonText(next, 1 / 2)).toBe(menu + again);
});

test('letters of every script count', () => {
  const text = 'Ядро одно на всех, а гостевых систем — сколько угодно: каждой нужно своё. 核心只有一个。';
  expect(commonText([`a ${text}`, `b ${text}`], 1)).toBe(` ${text}`);
});
