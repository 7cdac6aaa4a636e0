import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { base, host, siteTitle } from '#site.ts';
import { loadData } from '#model/data.ts';
import { siteModel } from '#model/model.ts';
import { labFacts } from '#model/lab-files.ts';
import { attribute, pageOf, readDist, type BuiltPage } from '../support/dist.ts';
import { linkedData, missedByCatalogues, savedByZotero } from '../support/page-metadata.ts';
import { sidebarAddresses } from '#model/sidebar.ts';

const pages = readDist().filter(
  ({ address }) => address === '/' || (sidebarAddresses().includes(address) && address !== '/topics/'),
);
const find = ({ elements }: BuiltPage, tag: string, key: string, value: string) =>
  elements.find((element) => element.tagName === tag && attribute(element, key) === value);
// Where the build stands, without a slash at its end.
const origin = new URL(base, host).href.slice(0, -1);
const facts = linkedData;
const { data } = loadData('.');
const terms = new Set(data.glossary.map(({ term }) => term));

describe('the head of every page', () => {
  test('names its one address, its licence, its short link and its Markdown version', () => {
    for (const page of pages) {
      expect(attribute(find(page, 'link', 'rel', 'canonical')!, 'href'), page.address).toBe(origin + page.address);
      expect(attribute(find(page, 'link', 'rel', 'license')!, 'href')).toContain('creativecommons.org/licenses/by/4.0');
      expect(attribute(find(page, 'link', 'rel', 'shortlink')!, 'href'), page.address).toMatch(/\/go\/[a-z0-9-]+\/$/);
      const version = attribute(find(page, 'link', 'type', 'text/markdown')!, 'href')!;
      expect(existsSync(`dist${version.slice(origin.length)}`), version).toBe(true);
    }
  });

  test('has a card that is a PNG of 1200 by 630 pixels', () => {
    for (const page of pages) {
      const png = readFileSync(
        `dist${attribute(find(page, 'meta', 'property', 'og:image')!, 'content')!.slice(origin.length)}`,
      );
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], page.address).toEqual([1200, 630]);
    }
  });

  test('of a lab says how long it takes to do, and the question that it answers', () => {
    const lab = facts(pages.find(({ address }) => address === '/labs/whose-kernel/')!);
    const { minutes, question } = labFacts('.').get('whose-kernel')!;
    expect(lab).toMatchObject({ timeRequired: `PT${minutes}M`, teaches: [question] });
    expect(minutes).toBeGreaterThan(3);
  });

  test('tells programs what it is, when it changed and what it teaches', () => {
    const article = facts(pages.find(({ address }) => address === '/concepts/hypervisors/')!);
    expect(article).toMatchObject({
      '@id': `${origin}/concepts/hypervisors/`,
      headline: 'Hypervisors',
      inLanguage: 'en',
    });
    expect(String(article['dateModified'])).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(article['keywords']).toContain('Hypervisor');
    expect(data.quiz.map(({ goal }) => goal)).toContain((article['teaches'] as string[])[0]);
  });

  test('of the glossary defines every term', () => {
    const set = facts(pages.find(({ address }) => address === '/reference/glossary/')!);
    expect(set['@type']).toBe('DefinedTermSet');
    expect(set['hasDefinedTerm']).toHaveLength(data.glossary.length);
  });

  test('tells catalogues of teaching material for whom it is, what it takes, and what its reader can do afterwards', () => {
    const missed = pages.flatMap((page) =>
      missedByCatalogues(facts(page), terms).map((what) => `${page.address}: ${what}`),
    );
    expect(missed).toEqual([]);
    const first = data.quiz[0]!;
    const [address] = first.page.split('#');
    expect(facts(pages.find((page) => page.address === address)!)['teaches']).toContain(first.goal);
  });

  test('gives a reference manager a web page with title, author and day', () => {
    for (const page of pages) {
      const { kind, title, authors, date } = savedByZotero(page);
      expect(kind, page.address).toBe('webPage');
      const source = siteModel().pages.find(({ address }) => address === page.address)!;
      expect(title, page.address).toBe(source.frontMatter['title']);
      expect(authors, page.address).toEqual([`Contributors to ${siteTitle}`]);
      expect(date, page.address).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(date, page.address).toBe(facts(page)['dateModified'] ?? date);
    }
  });
});

describe('what would be missed', () => {
  const good = {
    teaches: ['Say which kernel answers a program.'],
    competencyRequired: ['Kernel'],
    educationalLevel: 'beginner',
    audience: { '@type': 'EducationalAudience', educationalRole: 'student' },
    timeRequired: 'PT7M',
  };
  test.each<[string, Record<string, unknown>, string[]]>([
    ['nothing', {}, []],
    ['a word in the place of a goal', { teaches: ['Hypervisor'] }, ['teaches a word: Hypervisor']],
    ['no goal', { teaches: [] }, ['teaches']],
    ['no knowledge before', { competencyRequired: undefined }, ['competencyRequired']],
    ['a level of no catalogue', { educationalLevel: 'easy' }, ['educationalLevel']],
    ['an audience as a text', { audience: 'student' }, ['audience']],
    ['minutes as a text', { timeRequired: '7 minutes' }, ['timeRequired']],
  ])('%s', (_, change, missed) => expect(missedByCatalogues({ ...good, ...change }, terms)).toEqual(missed));

  test('a page with a citation_title is saved as an article of a journal', () => {
    const head = (more: string) =>
      pageOf(
        '/',
        `<head><meta property="og:title" content="A"><meta name="citation_author" content="B">${more}</head>`,
      );
    expect(savedByZotero(head(''))).toEqual({ kind: 'webPage', title: 'A', authors: ['B'], date: undefined });
    expect(savedByZotero(head('<meta name="citation_title" content="C">'))).toMatchObject({
      kind: 'journalArticle',
      title: 'C',
    });
  });
});
