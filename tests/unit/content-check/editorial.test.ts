import { describe, expect, test } from 'vitest';
import { minimums } from '#features/content-check/limits.ts';
import { checkStyle } from '#features/content-check/rules/style.ts';
import { usedSources } from '#features/content-check/rules/usage.ts';
import { loadSite } from '#model/load.ts';
import { parsePage } from '#model/page.ts';
import { measureProse, paragraphsOf } from '#model/prose.ts';
import { formatProblems } from '#shared/problem.ts';

const site = loadSite('.', { generated: ['/search/', '/topics/'] });
const { data } = site;

describe('the site is as deep as it promises', () => {
  const found: Record<keyof typeof minimums, number> = {
    diagrams: site.diagrams.size,
    'sources in use': usedSources(site).size,
    'glossary terms': data.glossary.length,
    'uses of terms on pages': site.pages.flatMap(({ uses }) => uses).filter(({ component }) => component === 'Term')
      .length,
    'figures that name what decides them': data.numbers.filter(({ decides }) => decides.length > 0).length,
    misconceptions: data.misconceptions.length,
    questions: data.questions.length,
    symptoms: data.symptoms.length,
    'quiz questions': data.quiz.length,
    contradictions: data.contradictions.length,
    'dated events': data.history.length,
  };

  test.each(Object.entries(minimums))('%s: at least %i', (what, least) =>
    expect(found[what as keyof typeof minimums]).toBeGreaterThanOrEqual(least),
  );
});

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
