import { expect, test } from 'vitest';
import { placeFor } from '#components/behaviour/place-beside.ts';

const column = { left: 100, top: 70, right: 500, bottom: 700 };
const word = (left: number, top: number) => ({ left, top, right: left + 60, bottom: top + 20 });

test('a tooltip stands above its word where there is room, and below it where there is none', () => {
  const size = { width: 320, height: 90 };
  expect(placeFor(word(120, 400), word(120, 400), size, column)).toEqual({ left: 120, top: 304, height: 90 });
  expect(placeFor(word(120, 80), word(120, 80), size, column)).toEqual({ left: 120, top: 106, height: 90 });
});

test('it stays inside the column, and starts at the line of a broken word that it is next to', () => {
  const size = { width: 320, height: 90 };
  expect(placeFor(word(470, 400), word(100, 420), size, column)!.left).toBe(180);
  expect(placeFor(word(470, 80), word(100, 100), size, column)).toEqual({ left: 100, top: 126, height: 90 });
  expect(placeFor(word(20, 400), word(20, 400), size, column)!.left).toBe(100);
});

test('where neither side has room it takes the larger and scrolls', () => {
  const low = { ...column, top: 8, bottom: 208 };
  expect(placeFor(word(120, 60), word(120, 60), { width: 320, height: 300 }, low)).toEqual({
    left: 120,
    top: 86,
    height: 122,
  });
});

test('a word out of sight has no tooltip', () => {
  expect(placeFor(word(120, 40), word(120, 40), { width: 1, height: 1 }, column)).toBeUndefined();
  expect(placeFor(word(120, 701), word(120, 701), { width: 1, height: 1 }, column)).toBeUndefined();
});
