import { findCommand } from '#shared/find-command.ts';
import { crossingWords, cutWords, missingNames, readPaper, headingsAndRows } from './support/paper.ts';
import { expect, test } from './support/test.ts';

const pages: [address: string, least: number, most: number][] = [
  ['/', 1, 8],
  ['/concepts/containers/', 3, 12],
  ['/systems/', 2, 14],
  ['/start/at-a-glance/', 2, 9],
  ['/traits/isolation/', 4, 16],
  ['/paths/laptop/', 1, 9],
  ['/use-cases/choose/', 3, 20],
  ['/labs/whose-kernel/', 2, 14],
  ['/reference/numbers/', 3, 40],
  ['/teach/diagrams/', 10, 130],
];

test.skip(!findCommand('pdftotext'), 'pdftotext is not on this machine. On Debian: apt-get install poppler-utils');

for (const [address, least, most] of pages) {
  test(`${address} on paper: every word is on the sheet, on ${least} to ${most} sheets`, async ({ engine }) => {
    await engine.open(address);
    const pdf = await engine.pdf();
    const { sheets, words } = readPaper(pdf);
    expect(
      [...cutWords(pdf), ...crossingWords(pdf), ...missingNames(pdf, await engine.run(headingsAndRows))],
      engine.name,
    ).toEqual([]);
    expect(sheets).toBeGreaterThanOrEqual(least);
    expect(sheets).toBeLessThanOrEqual(most);
    const first = words.slice(0, 12).map(({ text }) => text);
    // The name of the site is the first that a sheet says.
    expect(first.join(' ')).toContain('Containers');
  });
}
