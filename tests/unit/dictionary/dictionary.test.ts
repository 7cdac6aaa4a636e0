import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { linkField, readDictionary, useField, writeDictionary } from '#features/dictionary/dictionary.ts';

const work = mkdtempSync(path.join(tmpdir(), 'dictionary-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const shared =
  '<nav>Concepts, traits, hybrids, use cases, systems, reference and much more that is on every page</nav>';
const frames = '<svg class="frame">Nothing but a drawing, which stands in every frame and on no page at all</svg>';

/** A build with two pages and two frames. */
function build(name: string, text = ''): string {
  const dist = path.join(work, name);
  for (const page of ['a', 'b', 'embed/a', 'embed/b']) {
    mkdirSync(path.join(dist, page), { recursive: true });
    const html = page.startsWith('embed') ? frames : `${shared}${text}<div class="sl-markdown-content">${page}</div>`;
    writeFileSync(path.join(dist, page, 'index.html'), html);
  }
  mkdirSync(path.join(dist, '_astro'));
  return dist;
}

test('the file has what reading pages share, under a name that changes with it', () => {
  const one = build('one');
  expect(readDictionary(one)).toBeUndefined();
  expect(writeDictionary(one)).toBeGreaterThan(shared.length);
  const written = readDictionary(one)!;
  expect(written.name).toMatch(/^dictionary\.[0-9a-f]{8}\.txt$/);
  expect(written.extension).toBe(`.${written.name.slice(11, 19)}.dcz`);
  expect(written.body.toString()).toContain(shared);
  expect(written.body.toString()).not.toContain('drawing');
  writeDictionary(one);
  expect(globSync('_astro/*', { cwd: one })).toHaveLength(1);
  const other = build('other', ' and a sentence that is new in the other build');
  writeDictionary(other);
  expect(readDictionary(other)!.name).not.toBe(written.name);
  expect(readDictionary(other)!.hash).not.toBe(written.hash);
});

test('its headers are for the pages below the sub-path only', () => {
  const dictionary = readDictionary(path.join(work, 'one'))!;
  expect(linkField(dictionary, '/sub/')).toBe(`</sub/_astro/${dictionary.name}>; rel="compression-dictionary"`);
  expect(useField('/sub/')).toBe('match="/sub/*", match-dest=("document")');
});
