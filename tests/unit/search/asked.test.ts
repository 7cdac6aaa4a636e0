import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadAsked } from '#model/asked.ts';
import { requireAnswers } from '#features/search/indexing/read-site.ts';

/** What is read from a project whose `content/data/asked.yml` has this text, or nothing at all. */
function read(text?: string): Map<string, string[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'asked-'));
  try {
    mkdirSync(path.join(root, 'content/data'), { recursive: true });
    if (text !== undefined) writeFileSync(path.join(root, 'content/data/asked.yml'), text);
    return loadAsked(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test('what people ask is read by the address that answers, and a project without it asks nothing', () => {
  expect(read("- at: /a/#b\n  asked: ['why so big', 'how big is it']\n")).toEqual(
    new Map([['/a/#b', ['why so big', 'how big is it']]]),
  );
  expect(read()).toEqual(new Map());
  expect(read('- at: /a/\n  asked: [one way]\n- at: /a/\n  asked: [another way]\n')).toEqual(
    new Map([['/a/', ['one way', 'another way']]]),
  );
});

test.each([
  ['an address without a slash', '- at: a\n  asked: [why so big]\n', 'content/data/asked.yml:1  at: '],
  ['nothing that is asked', '- at: /a/\n  asked: []\n', 'content/data/asked.yml:1  asked: '],
  ['a field that there is not', '- at: /a/\n  asked: [why]\n- at: /b/\n  asks: [why]\n', 'content/data/asked.yml:3  '],
])('%s is told with file and place', (_, text, told) => expect(() => read(text)).toThrow(told));

test('an address that no section has is told, and what to do', () => {
  const asked = new Map([
    ['/a/', 1],
    ['/a/#gone', 1],
  ]);
  expect(() => requireAnswers(asked, new Set(['/a/']))).toThrow(
    'no section answers at /a/#gone. Correct the address, or delete what is asked there.',
  );
  expect(() => requireAnswers(asked, new Set(['/a/', '/a/#gone']))).not.toThrow();
});
