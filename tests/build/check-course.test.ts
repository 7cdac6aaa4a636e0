import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addressIndex, parseLinks, type ChangesFeed } from '#features/check-course/index.ts';

const links = parseLinks(readFileSync('dist/links.json', 'utf8'));

test('every file that links.json lists is in the build, and every picture and Markdown twin of the build is listed', () => {
  const listed = new Set(links.links.flatMap(({ address, kind }) => (kind === 'file' ? [`dist${address}`] : [])));
  expect([...listed].filter((file) => !existsSync(file))).toEqual([]);
  const built = globSync(['dist/d/*', 'dist/**/index.md']);
  expect(built.filter((file) => !listed.has(file))).toEqual([]);
  expect(built.length).toBeGreaterThan(200);
});

test('the page of the check knows what links.json and changes.json say, in a third of their bytes', () => {
  const text = readFileSync('dist/check-course.json', 'utf8');
  const feed = JSON.parse(readFileSync('dist/changes.json', 'utf8')) as ChangesFeed;
  expect(JSON.parse(text)).toEqual(addressIndex(links, feed));
  expect(text.length).toBeLessThan(readFileSync('dist/links.json').length / 3);
});
