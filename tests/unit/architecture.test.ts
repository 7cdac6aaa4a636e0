import { expect, test } from 'vitest';
import { forbiddenImports, readImports, rings } from '../support/imports.ts';
import { unusedExports, readCode } from '../support/unused-exports.ts';

const imports = readImports('.');
const broken = readImports('tests/fixtures/architecture');

test('imports are found in every room', () => {
  expect(imports.length).toBeGreaterThan(400);
});

test('every import leads downwards, and into a feature by its index only', () => {
  expect(forbiddenImports(imports)).toEqual([]);
});

test('no two rooms import each other in a ring', () => {
  expect(rings(imports)).toEqual([]);
});

test('each kind of forbidden import is reported with both files and the reason', () => {
  expect(forbiddenImports(broken)).toEqual([
    "src/features/a/index.ts imports tools/serve.ts: the site's code knows nothing of tools/",
    'src/features/a/index.ts imports src/features/b/inside.ts: a feature is entered by its index.ts',
    'src/features/b/index.ts imports src/components/Box.astro: features/b stands below components',
    'src/model/page.ts imports src/features/a/index.ts: model stands below features/a',
    'src/shared/url.ts imports src/model/page.ts: shared code knows nothing of this site',
  ]);
});

test('a ring of rooms is reported once', () => {
  const ring = [
    { from: 'src/features/a/index.ts', to: 'src/features/b/index.ts' },
    { from: 'src/features/b/index.ts', to: 'src/features/a/index.ts' },
  ];
  expect(rings(ring)).toEqual(['features/b → features/a → features/b']);
});

/** What Astro and the tools ask for by name. */
const askedByName = /^(?:GET|getStaticPaths|prerender|onRequest|collections)$/;

test('nothing is exported that only its own file names', () => {
  expect(unusedExports(readCode('.')).filter((one) => !askedByName.test(one.split(': ')[1]!))).toEqual([]);
});

test('an export that only its own file names is reported', () => {
  const code = new Map([
    [
      'a.ts',
      'export const used = 1;\nexport const alone = 2;\nexport function dead() {}\nexport type Told = 1;\nalone;',
    ],
    ['b.ts', "import { used } from './a.ts';"],
  ]);
  expect(unusedExports(code)).toEqual(['a.ts: alone', 'a.ts: dead']);
});
