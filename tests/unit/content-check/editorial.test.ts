import { describe, expect, test } from 'vitest';
import { checkStyle } from '#features/content-check/rules/style.ts';
import { usedSources } from '#features/content-check/rules/usage.ts';
import { loadSite } from '#model/load.ts';
import { parsePage } from '#model/page.ts';
import { measureProse, paragraphsOf } from '#model/prose.ts';
import { formatProblems } from '#shared/problem.ts';

const site = loadSite('.', { generated: ['/search/', '/topics/'] });
const { data } = site;

test.each([
  ['diagrams', 75, site.diagrams.size],
  ['sources in use', 300, usedSources(site).size],
  ['glossary terms', 210, data.glossary.length],
  [
    'uses of terms on pages',
    200,
    site.pages.flatMap(({ uses }) => uses).filter(({ component }) => component === 'Term').length,
  ],
  ['figures that name what decides them', 60, data.numbers.filter(({ decides }) => decides.length > 0).length],
  ['misconceptions', 38, data.misconceptions.length],
  ['questions', 125, data.questions.length],
  ['symptoms', 100, data.symptoms.length],
  ['quiz questions', 120, data.quiz.length],
  ['contradictions', 6, data.contradictions.length],
  ['dated events', 50, data.history.length],
])('%s: at least %i, so that none are lost unnoticed', (_, least, found) =>
  expect(found).toBeGreaterThanOrEqual(least),
);

test('the words keep to the house style', () => {
  expect(formatProblems(checkStyle(site))).toBe('0 problems');
});

describe('the measures see what they should', () => {
  const source = '---\ntitle: T\n---\nOne two three. Four five.\n\n## Head {#head}\n\nSix. Seven. Eight.\nNine. Ten.\n';
  const page = parsePage('content/docs/a.mdx', source);

  test('words, sentences and paragraphs are counted', () => {
    expect(measureProse(page)).toEqual({ words: 11, sentenceLength: 10 / 7, longestParagraph: 5, openingWords: 5 });
  });

  test('each sentence has the line on which it starts', () => {
    const sentences = paragraphsOf(page).flatMap((one) => one.sentences);
    expect(sentences.map(({ line }) => line)).toEqual([4, 4, 8, 8, 8, 9, 9]);
  });
});
