import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { siteModel } from '#model/model.ts';
import { sidebarAddresses } from '#model/sidebar.ts';

const { pages, data } = siteModel();
const versionOf = (address: string) => readFileSync(`dist${address}index.md`, 'utf8');

test.each(pages.map(({ address }) => address))(
  '%s has a Markdown version with front matter, words and no component',
  (address) => {
    const text = versionOf(address);
    expect(text).toMatch(/^---\ntitle: /);
    expect(text.replace(/`[^`]*`/g, '')).not.toMatch(/<[A-Z]\w*[ />]/);
    expect(text.length).toBeGreaterThan(300);
    expect(text).not.toContain('n.d..');
  },
);

test('the other names of a term are there, and not the words that only lead to it', () => {
  const { aka, words } = data.glossary.find(({ id }) => id === 'wsl-2')!;
  expect(words).toContain('WSL 1');
  expect(versionOf('/reference/glossary/')).toContain(`Also: ${aka.join(', ')}.`);
});

test('every entry of a list has its anchor', () => {
  const text = versionOf('/reference/glossary/');
  for (const { id } of data.glossary) expect(text).toContain(`<a id="${id}"></a>`);
});

test('sources are numbered as on the page', () => {
  expect(versionOf('/traits/weight-and-startup/')).toMatch(/## Sources on this page[^\n]*\n\n1\. /);
});

test('all of them in one file, in reading order', () => {
  const all = readFileSync('dist/llms-full.txt', 'utf8');
  const places = sidebarAddresses()
    .filter((address) => pages.some((page) => page.address === address))
    .map((address) => all.indexOf(versionOf(address).slice(0, 200)));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
