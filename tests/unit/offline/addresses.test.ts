import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dropProgramLinks, fileOf, relativeAddresses } from '#features/offline/addresses.ts';
import { offlineFiles, zipCopy } from '#features/offline/copy.ts';

test('addresses become files', () => {
  expect(fileOf('/')).toBe('index.html');
  expect(fileOf('/a/b/?q=1#c')).toBe('a/b/index.html');
  expect(fileOf('/sub/a.svg', '/sub/')).toBe('a.svg');
});

test('links lead from file to file, and scripts stay as they are', () => {
  const html =
    '<a href="/b/#c">x</a><a href="/search/?q=1">s</a><a href="#d">d</a><script>let a=\' href="/x/"\'</script>';
  const replace = new Map([['search/index.html', 'topics/index.html']]);
  const { html: changed, names } = relativeAddresses(html, 'a/e/index.html', '/', replace);
  expect(changed).toBe(
    '<a href="../../b/index.html#c">x</a><a href="../../topics/index.html">s</a><a href="#d">d</a><script>let a=\' href="/x/"\'</script>',
  );
  expect([...names]).toEqual(['b/index.html', 'topics/index.html']);
});

test('what only a server could answer is left out', () => {
  expect(dropProgramLinks('<link rel="sitemap" href="/s.xml"/><link rel="icon" href="/i.svg"/>')).toBe(
    '<link rel="icon" href="/i.svg"/>',
  );
});

test('a page that names a file that is not there stops the copy', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'offline-'));
  writeFileSync(path.join(folder, '_headers'), '/*\n  X: y\n/_astro/*\n');
  mkdirSync(path.join(folder, 'a'));
  writeFileSync(path.join(folder, 'a/index.html'), '<body><img src="/gone.svg"></body>');
  await expect(offlineFiles(folder)).rejects.toThrow(/a\/index.html names gone.svg, which is not in/);
});

test('the same files give the same bytes', () => {
  const files = new Map([['index.html', new TextEncoder().encode('x'.repeat(999))]]);
  const before = process.env.TZ;
  process.env.TZ = 'Pacific/Auckland';
  const one = zipCopy(files, 'site');
  process.env.TZ = 'America/New_York';
  const two = zipCopy(files, 'site');
  process.env.TZ = before;
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
});
