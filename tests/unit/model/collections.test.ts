import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { backlinksTo } from '#model/backlinks.ts';
import { collectionNames, describeCollection, diagramsPage } from '#model/collections.ts';
import { entryTitle } from '#model/entry-title.ts';
import { siteModel } from '#model/model.ts';

/** Code without its comments. */
const code = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');

test('the address of a list stands in the registry and in no other code', () => {
  const lists = [diagramsPage, ...collectionNames.flatMap((name) => describeCollection(name).page ?? [])];
  const files = globSync('src/**/*.{ts,astro}').filter((file) => !file.endsWith('model/collections.ts'));
  const found = files.flatMap((file) =>
    lists
      .filter((page) =>
        [...code(file).matchAll(/["'`](\/[^"'`\s]*)/g)].some(([, address]) => address!.split('#')[0] === page),
      )
      .map((page) => [file, page]),
  );
  expect(found).toEqual([]);
});

test('every schema has the field that names its entries, and ids begin as the registry says', () => {
  const { data } = siteModel();
  for (const name of collectionNames) {
    const { schema, title, idPrefix = '' } = describeCollection(name);
    expect(Object.keys((schema as unknown as { shape: object }).shape), name).toContain(title);
    expect(data[name].filter(({ id }) => !id.startsWith(idPrefix)).map(({ id }) => id)).toEqual([]);
  }
});

test('a misconception is named by its claim in quotation marks behind its verdict', () => {
  const entry = { id: 'm-x', why: '', truth: '', page: '/a/', also: [], sources: [], claim: 'Pigs fly.' };
  expect(entryTitle('misconceptions', { ...entry, verdict: 'false' })).toBe('False: “Pigs fly.”');
  expect(entryTitle('misconceptions', { ...entry, verdict: 'half-true' })).toBe('Half true: “Pigs fly.”');
  const [link] = backlinksTo('/a/', { questions: [], symptoms: [], misconceptions: [{ ...entry, verdict: 'false' }] });
  expect(link?.text).toBe('False: “Pigs fly.”');
});
