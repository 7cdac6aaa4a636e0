import { describe, expect, test } from 'vitest';
import { citedSources } from '#model/citations.ts';
import { usedSources } from '#features/content-check/rules/usage.ts';
import { choicePage, requireChoice } from '#model/choice.ts';
import { parsePage } from '#model/page.ts';
import { measureProse } from '#model/prose.ts';
import { loadSite } from '#model/load.ts';
import { sidebarAddresses } from '#model/sidebar.ts';

const site = loadSite('.', { sidebar: sidebarAddresses(), generated: ['/search/', '/topics/'] });
const { data } = site;
const wordsAsked = requireChoice(site.choice)
  .questions.flatMap(({ text, why, answers }) => [text, why, ...answers.map((answer) => answer.text)])
  .join(' ')
  .split(/\s+/).length;
const inSection = (...sections: string[]) =>
  site.pages.filter(({ address }) =>
    sections.some((section) => address.startsWith(`/${section}/`) && address !== `/${section}/`),
  );
const cited = (page: (typeof site.pages)[number]) =>
  citedSources(
    page.uses
      .filter(({ component }) => component === 'Cite' || component === 'Number')
      .map(({ component, id }) => `<${component} id="${id}" />`)
      .join(' '),
    site,
  );

describe('the site is as deep as it promises', () => {
  test.each([
    ['diagrams', site.diagrams.size, 45],
    ['sources in use', usedSources(site).size, 90],
    ['glossary terms', data.glossary.length, 70],
    [
      'uses of terms on pages',
      site.pages.flatMap(({ uses }) => uses).filter(({ component }) => component === 'Term').length,
      200,
    ],
    ['misconceptions', data.misconceptions.length, 20],
    ['questions', data.questions.length, 67],
    ['symptoms', data.symptoms.length, 20],
    ['contradictions', data.contradictions.length, 6],
    ['dated events', data.history.length, 20],
  ])('%s: %i, at least %i', (_, found, least) => expect(found).toBeGreaterThanOrEqual(least));

  test('every trait and hybrid page cites at least six sources', () => {
    const thin = inSection('traits', 'hybrids').filter((page) => cited(page).length < 6);
    expect(thin.map(({ address }) => address)).toEqual([]);
  });

  test('every concept, trait, hybrid and system page has a diagram and says where it is not true', () => {
    for (const page of inSection('concepts', 'traits', 'hybrids', 'systems')) {
      expect(
        page.uses.some(({ component }) => component.startsWith('Diagram')),
        page.address,
      ).toBe(true);
      expect(
        page.headings.map(({ id }) => id),
        page.address,
      ).toContain('not-true');
    }
  });

  test('every question is answered in 40 to 120 words', () => {
    const off = data.questions.filter(({ answer }) => {
      const words = answer.replace(/\]\([^)]*\)/g, '').split(/\s+/).length;
      return words < 40 || words > 120;
    });
    expect(off.map(({ id }) => id)).toEqual([]);
  });
});

describe('the words keep to the house style', () => {
  const pages = inSection('concepts', 'traits', 'hybrids', 'systems', 'use-cases');

  test.each(pages.map((page) => [page.address, page] as const))('%s', (address, page) => {
    const { words, sentenceLength, longestParagraph, openingWords } = measureProse(page);
    // The page of the choice shows the questions and answers of its data, which are as much its text.
    const asked = page.address === choicePage ? wordsAsked : 0;
    expect(words + asked, 'words').toBeGreaterThanOrEqual(600);
    expect(words + asked, 'words').toBeLessThanOrEqual(1600);
    expect(sentenceLength, 'words a sentence').toBeLessThan(25);
    expect(longestParagraph, 'sentences in a paragraph').toBeLessThanOrEqual(4);
    expect(openingWords, 'words of the opening paragraph').toBeLessThanOrEqual(50);
    expect(address.endsWith('/')).toBe(true);
  });

  test('no hype and no belittling', () => {
    const banned = /\b(revolutionary|blazing|simply|obviously|seamless(?:ly)?|game.changing)\b/i;
    const found = site.pages.flatMap(({ file, prose }) =>
      prose.filter(({ text }) => banned.test(text)).map(({ line }) => `${file}:${line}`),
    );
    expect(found).toEqual([]);
  });

  test('the measures see what they should', () => {
    const source =
      '---\ntitle: T\n---\nOne two three. Four five.\n\n## Head {#head}\n\nSix. Seven. Eight. Nine. Ten.\n';
    expect(measureProse(parsePage('content/docs/a.mdx', source))).toEqual({
      words: 11,
      sentenceLength: 10 / 7,
      longestParagraph: 5,
      openingWords: 5,
    });
  });
});
