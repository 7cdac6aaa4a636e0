import { describe, expect, test } from 'vitest';
import { groupByPage } from '#features/search/engine/group.ts';
import { learned } from '#features/search/engine/learned.ts';
import type { Hit } from '#features/search/engine/rank.ts';
import { likelihood, traitsOf } from '#features/search/engine/traits.ts';
import { tuning } from '#features/search/engine/tuning.ts';
import { kinds } from '#features/search/format.ts';

const hit = (section: number, score: number, more: Partial<Hit> = {}): Hit => ({
  section,
  score,
  has: 1,
  words: 0,
  led: false,
  named: 0,
  ...more,
});
/** Five pages of a section each, and a last one of two. */
const head = { pages: [0, 1, 2, 3, 4], kinds: Array(6).fill(kinds.indexOf('section')), hubs: [] } as never;
const pagesOf = (hits: Hit[], shares: number[] = [1], steady?: number) =>
  groupByPage({ hits, shares }, head, steady).map(({ page }) => page);

test('the traits of a page say what of the query it has, in its best section and in all', () => {
  const hits = [hit(0, 10, { words: 0b01, named: 0.5, led: true }), hit(1, 5, { words: 0b10, via: 3 })];
  expect(traitsOf({ hits }, [0.25, 0.75], head)).toEqual({
    second: 0.5,
    via: 0,
    led: 1,
    named: 0.5,
    words: 0.5,
    meaning: 1,
    hits: Math.log(3),
    section: 1,
    question: 0,
  });
});

test('a page without any of them is as likely as its score says', () => {
  const none = Object.fromEntries(Object.keys(learned).map((trait) => [trait, 0])) as never;
  expect(likelihood(none)).toBe(1);
});

describe('what was learned', () => {
  const better = { words: 1, led: true, named: 1 };
  test('puts a page before another of almost the same score', () => {
    expect(pagesOf([hit(0, 10), hit(1, 9.9, better)])).toEqual([1, 0]);
    expect(pagesOf([hit(0, 100), hit(1, 9.9, better)])).toEqual([0, 1]);
  });
  test('decides only among the best, so that none of them is lost from sight', () => {
    const last = tuning.reordered;
    const hits = Array.from({ length: last }, (_, page) => hit(page, 10));
    expect(pagesOf([...hits, hit(last, 9.9, better)])).toEqual([...hits.keys(), last]);
  });
  test('leaves the first page where it is while a word is being typed', () => {
    expect(pagesOf([hit(0, 10), hit(1, 9.9, { led: true })])).toEqual([1, 0]);
    expect(pagesOf([hit(0, 10), hit(1, 9.9, { led: true })], [1], 0)).toEqual([0, 1]);
  });
});
