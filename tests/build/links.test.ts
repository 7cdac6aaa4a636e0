import { globSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { splitAddress } from '#features/permalinks/address.ts';
import type { LinkRecord } from '#features/exports/link-index/link-entry.ts';
import { verifyLinks } from '#features/permalinks/verify/verify.ts';
import { readRegistry } from '#features/permalinks/verify/registry.ts';
import { base } from '#site.ts';
import { formatProblems } from '#shared/problem.ts';

test('every address that was ever published is kept', () => {
  const { problems, registered, shortLinks } = verifyLinks('.', 'dist', base);
  expect(formatProblems(problems)).toBe('0 problems');
  expect(registered).toBeGreaterThan(1000);
  expect(shortLinks).toBeGreaterThan(40);
}, 60_000);

test('every address that was ever published stands in links.json, by itself or as a short link', () => {
  const { links } = JSON.parse(readFileSync('dist/links.json', 'utf8')) as { links: LinkRecord[] };
  const listed = new Set(links.flatMap(({ address, short }) => [address, short]));
  // A section of a page that moved or retired goes the way of its page.
  const left = new Set(links.flatMap(({ address, state }) => (state === 'live' ? [] : [address])));
  const missing = (addresses: readonly string[]) =>
    addresses.filter((address) => !listed.has(address) && !left.has(splitAddress(address).path));
  expect(missing(readRegistry('.'))).toEqual([]);
  expect(missing(['/', '/go/isolation/', '/no/such/page/'])).toEqual(['/no/such/page/']);
});

test('pages that forward have one script, allowed by its hash, and stay out of search and site map', () => {
  const redirectPages = globSync('dist/go/*/index.html').map((file) => readFileSync(file, 'utf8'));
  const parts = (html: string) => [/<script>.*?<\/script>/.exec(html)?.[0], /script-src [^;]*/.exec(html)?.[0]];
  expect(new Set(redirectPages.map((html) => parts(html).join(' '))).size).toBe(1);
  for (const html of redirectPages) expect(html).toContain('<meta name="robots" content="noindex"/>');
  expect(readFileSync('dist/sitemap-0.xml', 'utf8')).not.toMatch(/\/go\/[^<]/);
  const index = globSync('dist/_search/*/*.bin').map((file) => gunzipSync(readFileSync(file)).toString());
  const names = (address: string) => index.filter((part) => part.includes(address)).length;
  expect(names('"/traits/')).toBeGreaterThan(0);
  expect(names('"/go/')).toBe(0);
});
