import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkSearchData } from '#features/search/index.ts';
import { siteModel } from '#model/model.ts';
import { formatProblems } from '#shared/problem.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'search-data-'));
  mkdirSync(path.join(root, 'content/data'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const reported = (file: string, text: string) => {
  writeFileSync(path.join(root, 'content/data', file), text);
  return formatProblems(checkSearchData(root, siteModel()));
};

test('the data of this site is valid, and so is none at all', () => {
  expect(checkSearchData('.', siteModel())).toEqual([]);
  expect(checkSearchData(root, siteModel())).toEqual([]);
});

test.each([
  ['a page that moved', 'search.yml', 'hubs:\n  - /claims/\n  - /claim/\n', 'search.yml:3  hubs: there is no /claim/'],
  [
    'a section that is gone',
    'search.yml',
    'names:\n  - { names: [licence], at: [/traits/operations/#licenses] }\n',
    'search.yml:2  names: there is no /traits/operations/#licenses',
  ],
  [
    'an answer that is none',
    'search.yml',
    'asks:\n  - sides: [[vm], [docker]]\n    at: [/, /compare/]\n',
    'search.yml:3  asks: there is no /compare/',
  ],
  [
    'a list that moved',
    'search.yml',
    'lists:\n  - { says: [definition], at: /glossary/ }\n',
    'search.yml:2  lists: there is no /glossary/',
  ],
  ['an unknown field', 'search.yml', 'sames: []\n', 'search.yml:1  '],
  ['broken YAML', 'search.yml', 'same:\n\t- [a, b]\n', 'search.yml:2  not valid YAML: a tab'],
  [
    'a language without a source',
    'languages.yml',
    '- tag: de\n  words: { kernel: [Kern] }\n',
    'languages.yml:1  0.read',
  ],
])('%s is reported with its line', (_, file, text, problem) => {
  expect(reported(file, text)).toContain(problem);
});

test('the nearest address is suggested', () => {
  expect(reported('search.yml', 'hubs: [/claim/]\n')).toContain('/claims/');
});
