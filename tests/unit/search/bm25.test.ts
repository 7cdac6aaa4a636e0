import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { bm25 } from '#features/search/engine/bm25.ts';
import { tuning } from '#features/search/engine/tuning.ts';
import { fields, packNumbers, type Head, type Postings } from '#features/search/format.ts';

/** The same words in an arbitrary order that is the same each time. */
const words = 'kernel container vm docker host guest image layer root port'.split(' ');
const text = (seed: number, length: number) =>
  Array.from({ length }, (_, at) => words[(seed * 7 + at * at * 3 + at) % words.length]).join(' ');
const sections = Array.from({ length: 40 }, (_, id) => ({
  id,
  ...Object.fromEntries(fields.map((field, at) => [field, text(id + at, 1 + ((id * (at + 2)) % 5))])),
}));

test('sections are weighed as MiniSearch weighs them, by which the numbers were chosen', () => {
  const mini = new MiniSearch({ fields: [...fields], tokenize: (one) => one.split(' '), processTerm: (word) => word });
  mini.addAll(sections);
  const { index, averageFieldLength, fieldLength } = mini.toJSON() as unknown as {
    index: [string, Record<string, Record<string, number>>][];
    averageFieldLength: number[];
    fieldLength: Record<string, number[]>;
  };
  const postings = new Map(
    index.map(([word, byField]): [string, Postings] => [
      word,
      fields.map((_, field) => {
        let before = 0;
        return Object.entries(byField[field] ?? {}).flatMap(([id, count]) => {
          const step = Number(id) - before;
          before = Number(id);
          return [step, count];
        });
      }),
    ]),
  );
  const head = {
    count: sections.length,
    averages: averageFieldLength,
    lengths: fields.map((_, field) => packNumbers(sections.map(({ id }) => fieldLength[id]![field]!))),
  } as Head;
  const weights = new Map([
    ['kernel', 1],
    ['vm', 0.5],
    ['root', 0.25],
    ['absent', 1],
  ]);
  const theirs = mini.search('kernel vm root', {
    boost: tuning.boosts,
    boostTerm: (term) => weights.get(term) ?? 0,
    tokenize: (one) => one.split(' '),
    processTerm: (word) => word,
  });
  const ours = bm25(postings, weights, head).sort((one, other) => other.score - one.score);
  expect(theirs.length).toBeGreaterThan(20);
  expect(ours.length).toBe(theirs.length);
  for (const { id, score, match } of theirs) {
    const same = ours.find((one) => one.id === id)!;
    expect(same.score).toBeCloseTo(score, 8);
    expect(Object.keys(same.match).sort()).toEqual(Object.keys(match).sort());
    for (const [word, where] of Object.entries(match)) expect([...same.match[word]!].sort()).toEqual([...where].sort());
  }
});
