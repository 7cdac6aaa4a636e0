import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { authorComponents } from '#model/author-components.ts';

const named = /(?<![\w/.-])(?:src|tests|tools|docs)\/[\w/-]+(?:\.\w+)*/g;

/** Every source path that a file's code names, and that is not there. Comments count too: a reader follows them. */
const lostPaths = (file: string) =>
  (readFileSync(file, 'utf8').match(named) ?? [])
    .filter((found) => !existsSync(found))
    .map((found) => `${file}: ${found}`);

describe('what a message names is there', () => {
  test('every source path that code names exists', () => {
    const files = globSync('{src,tools,deploy}/**/*.{ts,mjs,astro}');
    expect(files.length).toBeGreaterThan(150);
    expect(files.flatMap(lostPaths)).toEqual([]);
  });

  test('the registry of components that authors write is what pages can import', () => {
    const exported = [...readFileSync('src/components/index.ts', 'utf8').matchAll(/default as (\w+)/g)];
    expect(Object.keys(authorComponents).sort()).toEqual(exported.map(([, name]) => name).sort());
  });
});
