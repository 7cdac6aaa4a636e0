import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Dictionary } from '#features/dictionary/index.ts';
import { compressFolder } from '../../../deploy/lib/compress.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'compress-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const body = Buffer.from(Array.from({ length: 500 }, (_, index) => `<p>${(index * 7919) % 1009}</p>`).join(''));
const dictionary: Dictionary = { name: 'dictionary.0a.txt', body, hash: '::', extension: '.0a.dcz' };

test('pages get a form with the dictionary where that is the smallest, and other texts none', () => {
  writeFileSync(path.join(folder, 'page.html'), body);
  writeFileSync(path.join(folder, 'other.html'), 'Nothing of the dictionary. '.repeat(9));
  writeFileSync(path.join(folder, 'list.txt'), body);
  const { files, pages } = compressFolder(folder, dictionary);
  expect(files).toBe(3);
  expect(globSync('*.dcz', { cwd: folder })).toEqual(['page.html.0a.dcz']);
  expect(globSync('*.{br,gz}', { cwd: folder })).toHaveLength(6);
  expect(pages.dictionary).toBeLessThan(pages.brotli / 2);
});

test('without a dictionary there is none of it', () => {
  rmSync(path.join(folder, 'page.html.0a.dcz'));
  expect(compressFolder(folder).pages).toEqual({ brotli: 0, dictionary: 0 });
  expect(globSync('*.dcz', { cwd: folder })).toEqual([]);
});
