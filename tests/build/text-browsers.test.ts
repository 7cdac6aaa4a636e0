import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { findCommand } from '#shared/find-command.ts';
import { attribute, readDist, textOf, type Element } from '../support/dist.ts';

const pages = readDist().filter(({ html }) => html.includes('sl-markdown-content'));
/** One space for each gap, and none behind a bracket, where w3m may begin a new line. */
const squeeze = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').replaceAll('( ', '(');

/** Whether an element stands in a cell, whose lines a browser of text puts beside those of other cells. */
function inCell(element: Element): boolean {
  for (let node: Element['parentNode'] = element; node; node = 'parentNode' in node ? node.parentNode : null)
    if (/^(?:td|th|caption)$/.test(node.nodeName)) return true;
  return false;
}

/** What a browser of text makes of a page. */
function dump(browser: 'w3m' | 'lynx', address: string): string {
  const file = `dist${address}${address.endsWith('/') ? 'index.html' : ''}`;
  const options =
    browser === 'w3m'
      ? ['-dump', '-cols', '200', '-I', 'UTF-8', '-O', 'UTF-8', '-T', 'text/html']
      : ['-dump', '-nolist', '-width=200', '-assume_charset=utf-8', '-display_charset=utf-8'];
  return squeeze(spawnSync(browser, [...options, file], { encoding: 'utf8' }).stdout);
}

for (const browser of ['w3m', 'lynx'] as const) {
  describe.skipIf(!findCommand(browser))(browser, () => {
    test('reads each definition in brackets, and no heading twice', () => {
      const wrong: string[] = [];
      for (const { address, elements } of pages) {
        const tips = elements.filter((element) => attribute(element, 'role') === 'tooltip' && !inCell(element));
        const text = dump(browser, address);
        for (const tip of tips.slice(0, 3)) {
          const words = squeeze(textOf(tip)).trim().slice(0, 30);
          if (!words.startsWith('(')) wrong.push(`${address}: a definition is not in brackets: ${words}`);
          else if (!text.includes(` ${words}`)) wrong.push(`${address}: no space before "${words}"`);
        }
        if (/Section titled/.test(text)) wrong.push(`${address}: repeats a heading beside its sign`);
      }
      expect(wrong).toEqual([]);
    });
  });
}

test('the labels of a drawing are words of their own', () => {
  const glued = pages.flatMap(({ address, html }) =>
    [...html.matchAll(/<\/(?:text|tspan|title|desc)><(?:text|tspan)\b[^>]*>(.{0,20})/g)].map(
      ([, words]) => `${address}: ${words}`,
    ),
  );
  expect(glued).toEqual([]);
});
