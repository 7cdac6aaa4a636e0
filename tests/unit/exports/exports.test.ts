import Ajv from 'ajv/dist/2020.js';
import { Inventory } from 'intersphinx';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardSvg, wrap } from '#features/social-cards/svg.ts';
import { changesFeed } from '#features/exports/feed/feed.ts';
import { inventory } from '#features/exports/inventory/inventory.ts';
import { inventoryNames } from '#features/exports/inventory/names.ts';
import { siteLinks } from '#features/exports/link-index/document.ts';
import type { LinkRecord } from '#features/exports/link-index/link-entry.ts';
import { linkRecords } from '#features/exports/link-index/links.ts';
import { linksSchema } from '#features/exports/link-index/links-schema.ts';
import { furtherShortLinks } from '#features/permalinks/index.ts';
import { siteModel } from '#model/model.ts';
import { readDiagram } from '#features/diagrams/read.ts';
import { standaloneSvg } from '#features/diagrams/standalone.ts';
import rasterise from '#shared/png-worker.ts';

const links = linkRecords(siteModel(), new Map([['/traits/isolation/', '/go/isolation/']]));

describe('links.json', () => {
  const validate = new Ajv({ strict: false, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } }).compile(linksSchema);
  const document = { contract: 1, generated: '2026-11-25', base: 'https://example.org', links };
  test('keeps to its schema', () => expect(validate(document), JSON.stringify(validate.errors)).toBe(true));
  test('tells what moved and what retired', () => {
    const since = '2027-01-01';
    const old = [
      { from: '/a/', to: '/b/', why: 'moved' as const, since },
      { from: '/c/#d', to: null, why: 'retired' as const, since, note: 'x' },
    ];
    const all = linkRecords(siteModel(), new Map(), old);
    expect(all.find(({ address }) => address === '/a/')).toMatchObject({
      state: 'moved',
      title: 'Moved to /b/',
      changed: since,
      to: '/b/',
    });
    const retired = all.find(({ address }) => address === '/c/#d');
    expect(retired).toMatchObject({ state: 'retired', kind: 'section', note: 'x' });
    expect(retired).not.toHaveProperty('to');
    expect(validate({ ...document, links: all })).toBe(true);
  });
  test('the schema refuses what is not in it', () =>
    expect(validate({ ...document, links: [{ address: 'x' }] })).toBe(false));
  test('lists pages, sections and entries, with short links', () => {
    const find = (address: string) => links.find((link) => link.address === address);
    expect(find('/traits/isolation/')).toMatchObject({ kind: 'page', short: '/go/isolation/', state: 'live' });
    expect(find('/traits/isolation/#known-escapes')).toMatchObject({ kind: 'section', page: 'Isolation' });
    expect(find('/reference/glossary/#cgroup')).toMatchObject({ kind: 'term' });
  });
  test('lists drawings on their pages and in frames, and the pages that code makes', () => {
    const find = (address: string) => links.find((link) => link.address === address);
    const { title } = readDiagram('stack-vms');
    const on = {
      '/start/at-a-glance/#d-stack-vms': 'drawing',
      '/teach/diagrams/#stack-vms': 'drawing',
      '/embed/stack-vms/': 'frame',
    };
    for (const [address, kind] of Object.entries(on)) expect(find(address), address).toMatchObject({ kind, title });
    expect(find('/topics/')).toMatchObject({ kind: 'page', title: 'Topics from A to Z' });
    expect(find('/topics/#letter-c')).toMatchObject({ kind: 'section', title: 'C', page: 'Topics from A to Z' });
  });
  test('lists pictures, the Markdown of pages and files for programs', () => {
    const find = (address: string) => links.find((link) => link.address === address);
    const { title } = readDiagram('stack-vms');
    for (const form of ['.svg', '-dark.svg', '.png'])
      expect(find(`/d/stack-vms${form}`)).toMatchObject({ kind: 'file', title, state: 'live' });
    expect(find('/traits/isolation/index.md')).toMatchObject({ kind: 'file', title: 'Isolation' });
    expect(find('/objects.inv')).toMatchObject({ kind: 'file', title: 'objects.inv' });
    expect(find('/topics/index.md')).toBeUndefined();
  });
  test('lists no address twice', () => {
    const addresses = links.map(({ address }) => address);
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });
});

const published = siteLinks();
const retired = { address: '/concepts/given-up/', kind: 'page', title: 'x', page: 'x', short: null, state: 'retired' };
const names = inventoryNames([...published, { ...retired, changed: '' } as LinkRecord], siteModel().data.glossary);

describe('the inventory', () => {
  const locate = (kind: string, name: string) => names.find((one) => one.kind === kind && one.name === name)?.location;
  test('has a name for every address', () => {
    const named = new Set(names.map(({ location }) => `/${location}`));
    const addresses = published.flatMap(({ address, short }) => [address, ...(short === null ? [] : [short])]);
    expect(addresses.filter((address) => !named.has(address))).toEqual([]);
    expect(published.filter(({ state }) => state === 'moved').length).toBeGreaterThan(5);
  });
  test('has short links by their words, those in the plural too, and nothing that was given up', () => {
    const [[plural = ''] = []] = furtherShortLinks().map(({ from }) => [from]);
    for (const address of ['/go/isolation/', plural]) {
      expect(locate('std:doc', address.slice(1, -1)), address).toBe(address.slice(1));
      expect(locate('std:label', address.slice(1, -1).replace('/', '-')), address).toBe(address.slice(1));
    }
    expect(locate('std:doc', 'concepts/given-up')).toBeUndefined();
  });
  test('gives no name twice, in whatever capitals', () => {
    const all = names.map(({ kind, name }) => `${kind} ${name.toLowerCase()}`);
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  });
  test('tells a page from a section with its name', () => {
    expect(locate('std:label', 'traits')).toBe('traits/');
    expect(locate('std:label', 'index--traits')).toBe('#traits');
    expect(locate('std:label', 'teach-diagrams')).toBe('teach/diagrams/');
    expect(locate('std:label', 'teach--diagrams')).toBe('teach/#diagrams');
  });
  test('names a term by its title, the parts of it, its other names and its id', () => {
    for (const name of ['Control group (cgroup)', 'Control group', 'cgroup'])
      expect(locate('std:term', name), name).toBe('reference/glossary/#cgroup');
    expect(locate('std:label', 'reference-glossary--cgroup')).toBe('reference/glossary/#cgroup');
  });
  test('names what teachers quote most: figures, sources, frames and files', () => {
    const [number] = siteModel().data.numbers;
    expect(locate('std:label', `reference-numbers--${number!.id}`)).toBe(`reference/numbers/#${number!.id}`);
    expect(locate('std:doc', 'embed/stack-vms')).toBe('embed/stack-vms/');
    expect(locate('std:label', 'd/stack-vms-slide.png')).toBe('d/stack-vms-slide.png');
  });
  test('names a heading that many pages share with its page', () => {
    const shown = names.find(({ location }) => location === 'traits/isolation/#not-true')!.shown;
    expect(shown).toMatch(/ \(Isolation\)$/);
  });
  test('keeps the names of its first days', () =>
    expect(locate('std:label', 'traits-isolation-known-escapes')).toBe('traits/isolation/#known-escapes'));
});

test('another reader finds pages, sections, terms and drawings in the inventory', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'inventory-')), 'objects.inv');
  writeFileSync(file, inventory('The site', '1', names));
  const read = new Inventory({ id: 'site', path: file });
  await read.load();
  expect(read.project).toBe('The site');
  expect(read.getEntry({ name: 'traits-isolation-known-escapes' })?.location).toContain(
    'traits/isolation/#known-escapes',
  );
  expect(read.getEntry({ name: 'teach-diagrams-stack-vms' })?.location).toContain('teach/diagrams/#stack-vms');
  expect(read.getEntry({ name: 'traits/isolation', domain: 'std:doc' } as never)?.location).toContain(
    'traits/isolation/',
  );
});

test('feeds hold every change, with addresses that never change', () => {
  const feed = changesFeed('The site', siteModel().data.changes, (address) => `https://example.org${address}`);
  expect(feed.atom1()).toContain('<id>https://example.org/reference/changes/#first-edition</id>');
  const { items } = JSON.parse(feed.json1()) as { items: { id: string; _concerns: { pages: string[] } }[] };
  expect(items).toHaveLength(siteModel().data.changes.length);
  expect(items.find(({ id }) => id.endsWith('#c-docker-namespaces'))?._concerns).toEqual({
    pages: ['#namespaces', '#not-true'].map((part) => `https://example.org/concepts/namespaces-and-cgroups/${part}`),
  });
});

describe('pictures', () => {
  test('a long title is broken into lines that fit the card', () =>
    expect(wrap('one two three four', 60, 300).length).toBeGreaterThan(1));
  test('a card is a PNG, the same bytes each time', async () => {
    const svg = cardSvg('Site', 'A title', 'Traits');
    // The thread's own function: what asks it would remember the first picture.
    const [first, second] = [await rasterise({ svg, width: 600 }), await rasterise({ svg, width: 600 })];
    expect(Buffer.from(first).subarray(1, 4).toString()).toBe('PNG');
    expect(first).not.toBe(second);
    expect(Buffer.compare(first, second)).toBe(0);
  });
  test('a drawing that stands alone has fixed colours, its licence and nothing to load', () => {
    const drawing = readDiagram('stack-containers');
    for (const theme of ['light', 'dark'] as const) {
      const svg = standaloneSvg(drawing, theme, 'https://example.org/');
      expect(svg).not.toMatch(/var\(|<script|<style|url\(|href=/);
      expect(svg).toContain('creativecommons.org/licenses/by/4.0/');
      expect(svg).toMatch(/<title [^>]*>[^<]+<\/title>\s*<desc /);
    }
    expect(standaloneSvg(drawing, 'dark', '')).toContain('#17181c');
  });
});
