import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { overBars } from '../../../../tools/bench/scale-run.ts';
import { makeSite, otherWords } from '../../../../tools/bench/scale-site.ts';
import { authorOf } from '../../../support/author.ts';

const size = (pages: number, time: number) => ({ pages, content: pages, time, clock: 0, processor: 0, memory: 0 });

test('a build that is slow, or slower with each page, is told', () => {
  expect(overBars([size(60, 1000), size(600, 1000 + 540 * 10), size(2000, 1000 + 540 * 10 + 1400 * 11)])).toEqual([]);
  expect(overBars([size(60, 0), size(160, 1000), size(260, 4000)])).toEqual([
    'From 160 to 260 pages, each takes 30.0 ms, more than 25',
    'Up to 260 pages, each takes 30.0 ms after 10.0 ms: the cost of a page grows with the site',
  ]);
});

test('memory that a page takes is told, also where times are only told', () => {
  const big = (pages: number, memory: number) => ({ ...size(pages, pages * 1000), memory });
  expect(overBars([big(60, 1e9), big(160, 1.2e9)], false)).toEqual([
    'From 60 to 160 pages, each takes 2000 kB of memory, more than 1500',
  ]);
  expect(overBars([big(60, 1e9), big(160, 1.05e9)], false)).toEqual([]);
});

test('made-up pages have other words and the same markup', () => {
  const page = '---\ntitle: A\ndescription: B\n---\n\nA hypervisor shares processors.\n\n<Diagram id="x" />\n';
  const made = otherWords(page, 3);
  expect(made).toContain('title: Made-up page 3');
  expect(made).toContain('<Diagram id="x" />');
  expect(made).not.toContain('hypervisor');
});

test('a made-up page leaves out the commands of its model, which belong to one page', () => {
  const block = '```console\n$ lsmod\n```\n\n<Recorded id="x" />\n\n';
  const made = otherWords(`---\ntitle: A\n---\n\nBefore:\n\n${block}After.\n\n${block}`, 3);
  expect(made).toBe('---\ntitle: Made-up page 3\n---\n\nBefore:\n\nAfter.\n\n');
});

test('every rule of the content accepts a site with made-up pages, so that the bench can build one', () => {
  const root = makeSite(100, 'shared');
  try {
    const { printed } = authorOf(root).tryRun('integrity');
    expect(printed).toMatch(/^The content is valid: 1\d\d pages/);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}, 120_000);
