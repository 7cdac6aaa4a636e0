import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findShell, launchArguments } from '#shared/browser.ts';
import { serveFolder } from '../../tools/static-server.ts';
import { readDist, type BuiltPage } from '../support/dist.ts';
import { buildSite } from '../../tools/build-site.ts';
import { copyProject } from '../../tools/project-copy.ts';
import { otherLetters, pseudoLocale, pseudoTranslate } from '../support/pseudo-locale.ts';
import { unmarkedWords, untranslated } from '../support/untranslated.ts';

// A site whose sentences are all between marks and whose content has no Latin letter: what is in English then stands in code.
let root: string;
let pages: BuiltPage[];
const env = { SITE_LOCALE: pseudoLocale };
const read = (file: string) => readFileSync(path.join(root, 'dist', file), 'utf8');

beforeAll(async () => {
  root = copyProject('.');
  await pseudoTranslate(root);
  buildSite({ root, env });
  pages = readDist(path.join(root, 'dist'));
}, 320_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('every kind of page is there: content, lists, search, 404, frames, short links, moved and retired addresses', () => {
  const addresses = pages.map(({ address }) => address);
  for (const wanted of ['/', '/traits/isolation/', '/reference/glossary/', '/topics/', '/search/', '/404.html'])
    expect(addresses).toContain(wanted);
  for (const wanted of ['/embed/stack-vms/', '/go/vm/', '/old/', '/gone/']) expect(addresses).toContain(wanted);
  expect(pages.length).toBeGreaterThan(160);
});

test('no page has a word of the interface that does not come from the file of its language', () => {
  const found = pages.flatMap(({ address, html }) => untranslated(html).map((words) => `${address}: ${words}`));
  expect(found).toEqual([]);
  for (const { address, html } of pages) expect(html, address).toContain(`<html lang="${pseudoLocale}"`);
});

describe('what programs read', () => {
  const texts = {
    'changes.atom': () => [
      ...read('changes.atom').matchAll(/<(?:title|subtitle|summary|rights|generator)[^>]*>(?:<!\[CDATA\[)?([^<\]]*)/g),
    ],
    'opensearch.xml': () => [...read('opensearch.xml').matchAll(/<(?:ShortName|LongName|Description)>([^<]*)/g)],
    'changes.json': () => [...read('changes.json').matchAll(/"(?:title|description|summary|content_html)": "([^"]*)/g)],
    'links.json': () => [...read('links.json').matchAll(/"title":"([^"]*)/g)],
    'llms.txt': () => [...read('llms.txt').matchAll(/(.+)/g)],
    'd/stack-vms.svg': () => [...read('d/stack-vms.svg').matchAll(/<(?:title|desc|dc:title)[^>]*>([^<]*)/g)],
  };
  for (const [file, find] of Object.entries(texts))
    test(file, () => {
      const words = find().map(([, text]) => text!);
      expect(words.length).toBeGreaterThan(1);
      expect(words.flatMap(unmarkedWords)).toEqual([]);
    });

  test('the note in the offline copy', () => {
    execFileSync(process.execPath, ['src/features/offline/cli/make-copy.ts'], {
      cwd: root,
      env: { ...process.env, ...env },
    });
    const files = unzipSync(readFileSync(path.join(root, 'dist-offline.zip')));
    const note = Object.entries(files).find(([name]) => name.endsWith('README.txt'))![1];
    const text = new TextDecoder().decode(note);
    expect(text).toContain('⟦');
    expect(unmarkedWords(text)).toEqual([]);
  });
});

describe('in the browser', () => {
  let browser: Browser;
  let page: Page;
  let server: Server;
  let url: string;
  const wordsIn = async (selector: string) =>
    untranslated(
      await page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const copy = element.cloneNode(true) as Element;
          // An excerpt begins and ends in the middle of sentences.
          copy.querySelectorAll('[data-search-results] a').forEach((link) => link.remove());
          return copy.outerHTML;
        }),
    );

  beforeAll(async () => {
    ({ server, url } = await serveFolder(path.join(root, 'dist'), { port: 0 }));
    const executablePath = findShell();
    browser = await chromium.launch({ args: launchArguments, ...(executablePath ? { executablePath } : {}) });
    page = await (await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })).newPage();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  for (const query of [otherLetters('kernel'), 'qqqqzzzz'])
    test(`the dialog of the search, asked for ${query}`, async () => {
      await page.goto(url);
      await page.keyboard.press('Control+k');
      await page.locator('dialog input').fill(query);
      await page.locator('dialog [role=status]').filter({ hasText: '⟦' }).waitFor();
      expect((await wordsIn('dialog')).filter((words) => words !== query)).toEqual([]);
    });

  test('the page of the search, with results and with a broken index', async () => {
    await page.goto(`${url}search/?q=${encodeURIComponent(otherLetters('kernel'))}`);
    await page.locator('[data-search-results] a').first().waitFor();
    expect(await wordsIn('main')).toEqual([]);
    await page.route('**/_search/**', (route) => route.abort());
    await page.reload();
    await page.locator('[data-search-broken]').waitFor();
    expect(await wordsIn('main')).toEqual([]);
    await page.unroute('**/_search/**');
    await page.route('**/_astro/all.*', (route) => route.abort());
    await page.reload();
    await page.locator('#search-status').filter({ hasText: '⟦' }).waitFor();
    expect(await wordsIn('main')).toEqual([]);
    await page.unroute('**/_astro/all.*');
  });

  test('the menu of a permalink, after each of its buttons', async () => {
    await page.goto(`${url}traits/isolation/`);
    await page.locator('figure .copy-link').first().click();
    const menu = page.locator('.copy-menu');
    const buttons = menu.getByRole('button');
    await buttons.first().waitFor();
    expect(await buttons.count()).toBe(10);
    for (const button of await buttons.all()) {
      await button.click();
      await menu.getByRole('status').filter({ hasText: '⟦' }).waitFor();
      expect(await wordsIn('.copy-menu')).toEqual([]);
    }
  });

  test('the buttons of code and of a table that sorts', async () => {
    await page.goto(`${url}concepts/containers/`);
    await page.locator('.copy-code').first().click();
    expect(await wordsIn('pre')).toEqual([]);
    await page.goto(`${url}reference/numbers/`);
    await page.locator('.sort').first().click();
    expect(await wordsIn('main table')).toEqual([]);
  });
});
