import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { LinkRecord } from '#features/exports/link-index/link-entry.ts';
import { verifyLinks } from '#features/permalinks/verify/verify.ts';
import { readRegistry } from '#features/permalinks/verify/registry.ts';
import { formatProblems } from '#shared/problem.ts';

test('every address that was ever published is kept', () => {
  const { problems, registered, shortLinks } = verifyLinks('.', 'dist', '/');
  expect(formatProblems(problems)).toBe('0 problems');
  expect(registered).toBeGreaterThan(1000);
  expect(shortLinks).toBeGreaterThan(40);
}, 60_000);

test('every address that was ever published stands in links.json, by itself or as a short link', () => {
  const { links } = JSON.parse(readFileSync('dist/links.json', 'utf8')) as { links: LinkRecord[] };
  const told = new Set(links.flatMap(({ address, short }) => [address, short]));
  const missing = (addresses: readonly string[]) => addresses.filter((address) => !told.has(address));
  expect(missing(readRegistry('.'))).toEqual([]);
  expect(missing(['/', '/go/isolation/', '/no/such/page/'])).toEqual(['/no/such/page/']);
});

test('pages that forward have one script, allowed by its hash, and stay out of search and site map', () => {
  const stubs = globSync('dist/go/*/index.html').map((file) => readFileSync(file, 'utf8'));
  const parts = (html: string) => [/<script>.*?<\/script>/.exec(html)?.[0], /script-src [^;]*/.exec(html)?.[0]];
  expect(new Set(stubs.map((html) => parts(html).join(' '))).size).toBe(1);
  for (const html of stubs) expect(html).toContain('<meta name="robots" content="noindex"/>');
  expect(readFileSync('dist/sitemap-0.xml', 'utf8')).not.toContain('/go/');
  for (const file of globSync('dist/_search/**/*.json')) expect(readFileSync(file, 'utf8')).not.toContain('/go/');
});
