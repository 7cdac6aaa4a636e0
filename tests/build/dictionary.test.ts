import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compressDcz, readDictionary } from '#features/dictionary/index.ts';
import { compressBrotli } from '../../deploy/lib/compress.ts';
import { visitedPages } from '../../tools/bench/page-budget.ts';
import { readDist } from '../support/dist.ts';

const dictionary = readDictionary('dist')!;

test('the build has one dictionary, named by its content', () => {
  expect(globSync('_astro/dictionary.*', { cwd: 'dist' })).toEqual([`_astro/${dictionary.name}`]);
  const version = createHash('sha256').update(dictionary.body).digest('hex').slice(0, 8);
  expect(dictionary.name).toBe(`dictionary.${version}.txt`);
  // Cut between letters and not between bytes.
  expect(Buffer.from(dictionary.body.toString()).equals(dictionary.body)).toBe(true);
});

/** Pages that the dictionary makes less than two fifths smaller than brotli does, a sentence each. */
const heavy = (pages: ReadonlyMap<string, Buffer>, words: Buffer) =>
  [...pages].flatMap(([address, page]) => {
    const [without, having] = [compressBrotli(page).length, compressDcz(page, words).length];
    return having > without * 0.6 ? [`${address}: ${having} bytes with the dictionary, ${without} without`] : [];
  });

test('the dictionary is small, and pages of a visit lose two fifths of their bytes by it', () => {
  expect(compressBrotli(dictionary.body).length).toBeLessThan(14_000);
  const pages = new Map(
    visitedPages.map((address) => [address, readFileSync(path.join('dist', address, 'index.html'))]),
  );
  expect(heavy(pages, dictionary.body)).toEqual([]);
  const one = new Map([...pages].slice(0, 1));
  expect(heavy(one, Buffer.from('Nothing that any page has.'))).toEqual([
    expect.stringMatching(/^\/: \d+ bytes with the dictionary, \d+ without$/),
  ]);
});

/** Who names the dictionary in a file, where every host would send it. */
const naming = (files: ReadonlyMap<string, string>) =>
  [...files].flatMap(([file, text]) => (/compression-dictionary|dictionary\.[0-9a-f]{8}/i.test(text) ? [file] : []));

test('no page and no rule for hosts without pages to match names the dictionary, so that no reader fetches it for nothing', () => {
  const files = new Map(readDist().map(({ address, html }) => [address, html]));
  files.set('_headers', readFileSync('dist/_headers', 'utf8'));
  expect(naming(files)).toEqual([]);
  expect(naming(new Map([['/a/', '<link rel="compression-dictionary" href="/d">']]))).toEqual(['/a/']);
});

/** Pages whose policy keeps a browser from fetching the dictionary: it counts as a connection. */
const forbidding = (pages: readonly { address: string; html: string }[]) =>
  pages.flatMap(({ address, html }) => (/connect-src [^;]*'self'/.test(html) ? [] : [address]));

test('the policy of every page allows to fetch it', () => {
  expect(forbidding(readDist())).toEqual([]);
  expect(forbidding([{ address: '/a/', html: `content="default-src 'none'; img-src 'self'"` }])).toEqual(['/a/']);
});
