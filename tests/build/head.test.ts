import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { base, host } from '#site.ts';
import { loadData } from '#model/data.ts';
import { labFacts } from '#model/lab-files.ts';
import { attribute, readDist, textOf, type BuiltPage } from '../support/dist.ts';
import { sidebarAddresses } from '#model/sidebar.ts';

const pages = readDist().filter(
  ({ address }) => address === '/' || (sidebarAddresses().includes(address) && address !== '/topics/'),
);
const find = ({ elements }: BuiltPage, tag: string, key: string, value: string) =>
  elements.find((element) => element.tagName === tag && attribute(element, key) === value);
// Where the build stands, without a slash at its end.
const origin = new URL(base, host).href.slice(0, -1);
const facts = (page: BuiltPage) =>
  JSON.parse(textOf(page.elements.find((element) => attribute(element, 'type') === 'application/ld+json')!)) as Record<
    string,
    unknown
  >;

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
    expect(article['teaches']).toContain('Hypervisor');
  });

  test('of the glossary defines every term', () => {
    const set = facts(pages.find(({ address }) => address === '/reference/glossary/')!);
    expect(set['@type']).toBe('DefinedTermSet');
    expect(set['hasDefinedTerm']).toHaveLength(loadData('.').data.glossary.length);
  });
});
