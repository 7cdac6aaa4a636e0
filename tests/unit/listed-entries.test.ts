import { expect, test } from 'vitest';
import { loadData } from '~/lib/content/data.ts';
import { listedEntries } from '~/lib/listed-entries.ts';

const { data } = loadData('.');

test('a list of entries is named entry by entry', () => {
  const listed = listedEntries('<SymptomList />', data);
  expect(listed).toHaveLength(data.symptoms.length);
  expect(listed[0]).toEqual({ slug: data.symptoms[0]!.id, text: expect.not.stringContaining('`') });
});

test('questions stand below the heading of their group', () => {
  const group = data.questions[0]!.group;
  const listed = listedEntries(`## A {#a}\n\n<QuestionList group="${group}" />`, data);
  expect(listed.length).toBeGreaterThan(3);
  expect(new Set(listed.map(({ below }) => below))).toEqual(new Set(['a']));
});

test('a page without such a list has nothing to add', () => {
  expect(listedEntries('<TraitsTable />', data)).toEqual([]);
});
