import { expect, test } from 'vitest';
import { addSetWords, ClassIndex, takeOwnStyles } from '#features/optimise/own-styles.ts';

const index = new ClassIndex();
index.add('a', '<p class="hero all">');
index.add('b', '<p class="all rare">');
for (const page of [...'cdefghijklmnop']) index.add(page, '<p class="all">');
const part = (css: string, scripted: string[] = []) => {
  const { shared, own } = takeOwnStyles(css, index, new Set(scripted));
  return { shared, a: own.get('a'), b: own.get('b') };
};

test('a rule goes to the pages that have its class, condition and all', () => {
  const css = '.all{color:red}.hero{margin:0}@media print{.all .rare{margin:0}}';
  expect(part(css)).toEqual({
    shared: '.all{color:red}',
    a: '.hero{margin:0}',
    b: '@media print{.all .rare{margin:0}}',
  });
});

test('a rule that may fit elsewhere stays with the site', () => {
  for (const css of [
    '.hero,.all{margin:0}',
    '.all:not(.hero){margin:0}',
    ':is(.hero,.all){margin:0}',
    '.gone{margin:0}',
  ])
    expect(part(css)).toEqual({ shared: css, a: undefined, b: undefined });
  expect(part('.hero{margin:0}', ['hero']).shared).toBe('.hero{margin:0}');
});

test('a statement stays with the site', () => {
  expect(part('@layer x,y;.all{margin:0}.hero{margin:0}')).toEqual({
    shared: '@layer x,y;.all{margin:0}',
    a: '.hero{margin:0}',
    b: undefined,
  });
});

test('a script sets the words of its strings, and not what it asks for', () => {
  const words = new Set<string>();
  addSetWords(`error.stack;a.className="found big";q('.entry, .claim');l="/topics/"`, words);
  expect([...words].sort()).toEqual(['big', 'found']);
});
