import { expect, test } from 'vitest';
import { backlinksTo } from '#model/backlinks.ts';

test('a page is told which questions, misconceptions and symptoms lead to it', () => {
  const entry = { also: [], sources: [], page: '/a/' };
  const leads = backlinksTo('/a/', {
    questions: [{ ...entry, id: 'q-1', question: 'Why?', group: '', seen: '', answer: '' }],
    misconceptions: [
      { ...entry, id: 'm-1', claim: 'So.', verdict: 'false', why: '', truth: '', page: '/b/', also: ['/a/#x'] },
    ],
    symptoms: [
      { ...entry, id: 's-1', group: 'G', message: 'Boom', words: [], where: '', meaning: '', do: '', page: '/b/' },
    ],
  });
  expect(leads.map(({ kind, href }) => [kind, href])).toEqual([
    ['question', '/reference/questions/#q-1'],
    ['misconception', '/reference/misconceptions/#m-1'],
  ]);
});

test('a page to which many lead names those that it explains first of all', () => {
  const question = { also: [], sources: [], question: 'Why?', group: '', seen: '', answer: '' };
  const questions = Array.from({ length: 11 }, (_, index) => ({
    ...question,
    id: `q-${index}`,
    page: index < 3 ? '/a/' : '/b/',
    also: ['/a/#x'],
  }));
  const leadsTo = (count: number) =>
    backlinksTo('/a/', { questions: questions.slice(0, count), misconceptions: [], symptoms: [] }).length;
  expect(leadsTo(10)).toBe(10);
  expect(leadsTo(11)).toBe(3);
});
