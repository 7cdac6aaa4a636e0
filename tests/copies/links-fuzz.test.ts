import { expect, test } from 'vitest';
import { base } from '#site.ts';
import { fuzzTitles } from '../support/title-fuzz.ts';
import { otherWords } from '../support/retitle.ts';

test('no address depends on the words of a heading, a title or an entry', () => {
  const { rewritten, addresses, lost, added } = fuzzTitles('.', 'dist', base);
  expect({ lost, added }).toEqual({ lost: [], added: [] });
  expect(rewritten).toBeGreaterThan(900);
  expect(addresses).toBeGreaterThan(1000);
}, 180_000);

test('the words are other words, and begin with the same letter', () => {
  expect(otherWords('What a container shares', 3)).toBe('What quite retitled 3');
  expect(otherWords('`exec` format error', 4)).toBe('`exec quite retitled 4');
});
