import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { forms, html, links, markdown, pptx, site } from '../../support/course-files.ts';
import { expect as plainExpect, test } from '../../support/test.ts';

// What a busy machine takes is no fault of the page.
const expect = plainExpect.configure({ timeout: 60_000 });
const buffer = (name: string, body: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(body),
});
const rows = (page: Page) =>
  page
    .locator('[data-check-table] tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
const sum = (page: Page) => page.locator('[data-check-sum]');
/** What the build holds has nothing that moved or retired: these two are unknown to it. */
const counts = '33 links · 8 unknown · 1 no promise · 24 works';

test.beforeEach(async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto('/teach/check/');
});

test('files in all forms are read in the browser: a line for each link, the faults first', async ({ page }) => {
  await page
    .locator('[data-check-files]')
    .setInputFiles(Object.entries(forms()).map(([name, body]) => buffer(name, body)));
  await expect(sum(page)).toHaveText(/^429 links · 104 unknown · 13 no promise · 312 works$/, { timeout: 60_000 });
  const all = await rows(page);
  expect(all).toHaveLength(429);
  const first = all[0]!;
  expect(first.slice(0, 3)).toEqual(['course.md', 'line 25', `${site}/go/isolatoin/`]);
  expect(first[3]).toBe('unknown The nearest known: /go/isolation/, /go/isolate/');
});

test('what is loaded before a PDF is small, and its reader comes only with one', async ({ page }) => {
  const loaded: { url: string; bytes: number }[] = [];
  page.on('requestfinished', async (request) => {
    const { responseBodySize } = await request.sizes();
    loaded.push({ url: request.url(), bytes: responseBodySize });
  });
  await page
    .locator('[data-check-files]')
    .setInputFiles([buffer('a.pptx', pptx(links)), buffer('a.md', Buffer.from(markdown(links)))]);
  await expect(sum(page)).toHaveText(/^66 links/);
  await page.waitForLoadState('networkidle');
  const bytes = loaded.reduce((total, one) => total + one.bytes, 0);
  console.log(`check-course: ${bytes} bytes in ${loaded.length} requests before a PDF`);
  expect(loaded.map(({ url }) => url).filter((url) => url.includes('pdf'))).toEqual([]);
  // The server of the tests does not compress: a quarter of this goes over a wire.
  expect(bytes).toBeLessThan(140_000);
  await page.locator('[data-check-files]').setInputFiles([buffer('a.pdf', forms()['course.pdf']!)]);
  await expect(sum(page)).toHaveText(counts);
  expect(loaded.some(({ url }) => url.includes('pdf'))).toBe(true);
});

test('a PDF that a browser made is read, with what it only prints', async ({ page, context }) => {
  const other = await context.newPage();
  await other.setContent(html(links) + '<p>Say containers-vs-vms.example/go/vm/</p>');
  const pdf = await other.pdf({ format: 'A4' });
  await other.close();
  await page.locator('[data-check-files]').setInputFiles([buffer('printed.pdf', pdf)]);
  await expect(sum(page)).toHaveText('34 links · 8 unknown · 1 no promise · 25 works');
});

test('pasted links are checked by keyboard alone', async ({ page }) => {
  await page.locator('[data-check-links]').focus();
  await page.keyboard.type(`${site}/go/isolation/ and ${site}/go/isolatoin/`);
  await page.keyboard.press('Tab');
  // A field for a day has three parts, and in some browsers a button.
  await page.locator('[data-check-also]').focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-check] button[type=submit]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sum(page)).toHaveText('2 links · 1 unknown · 1 works');
  expect((await rows(page)).map(([file]) => file)).toEqual(['Pasted links', 'Pasted links']);
});

test('a folder is looked through, and what cannot be read has a line', async ({ page }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'course-'));
  mkdirSync(path.join(folder, 'week1'));
  writeFileSync(path.join(folder, 'week1/deck.pptx'), pptx(links));
  writeFileSync(path.join(folder, 'week1/cut.pptx'), pptx(links).subarray(0, 500));
  writeFileSync(path.join(folder, 'photo.png'), 'x');
  await page.locator('[data-check-folder]').setInputFiles(folder);
  await expect(sum(page)).toHaveText(`${counts} · 1 file or part not read`);
  await expect(page.locator('[data-check-notes] li')).toHaveText([/week1\/cut\.pptx is cut off: its end is missing/]);
});

test('files are dropped, also beside the field', async ({ page }) => {
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'notes.md'));
    return transfer;
  }, markdown(links));
  await page.dispatchEvent('[data-check-drop]', 'dragover', { dataTransfer: data });
  await expect(page.locator('[data-check-drop]')).toHaveAttribute('data-over', '');
  await page.dispatchEvent('h1', 'drop', { dataTransfer: data });
  await expect(sum(page)).toHaveText(counts);
  await expect(page.locator('[data-check-drop]')).not.toHaveAttribute('data-over');
});

test('results are copied and downloaded, and a name that a spreadsheet would run is none', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('[data-check-files]').setInputFiles([buffer('=cmd.md', Buffer.from(`${site}/go/isolatoin/`))]);
  await expect(sum(page)).toHaveText('1 link · 1 unknown');
  await page.locator('[data-check-copy]').click();
  await expect(page.locator('[data-check-said]')).toHaveText('Results copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    `'=cmd.md\tline 1\t${site}/go/isolatoin/\tunknown\t`,
  );
  const download = page.waitForEvent('download');
  await page.locator('[data-check-save]').click();
  const saved = readFileSync(await (await download).path(), 'utf8');
  expect(saved.split('\r\n')).toHaveLength(3);
  expect(saved).toContain(`'=cmd.md,line 1,${site}/go/isolatoin/,unknown,`);
});

test('a corrected copy is made in the browser', async ({ page }) => {
  // A later year's list, in which a page has moved.
  await page.route('**/check-course.json', async (route) => {
    const index = (await (await route.fetch()).json()) as { moved: Record<string, string> };
    index.moved['/concepts/old-name/'] = '/concepts/containers/';
    await route.fulfill({ json: index });
  });
  await page.locator('[data-check-files]').setInputFiles([buffer('deck.pptx', pptx(links))]);
  await expect(sum(page)).toHaveText('33 links · 7 unknown · 1 moved · 1 no promise · 24 works');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a corrected copy of deck.pptx' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('deck.fixed.pptx');
  await expect(page.locator('[data-check-said]')).toHaveText('1 link corrected in deck.fixed.pptx.');
  await page.locator('[data-check-files]').setInputFiles([buffer('deck.fixed.pptx', readFileSync(await saved.path()))]);
  await expect(sum(page)).toHaveText('33 links · 7 unknown · 1 no promise · 25 works');
});

test('links to this very host are the site’s, and a copy elsewhere is pointed out until it is named', async ({
  page,
  baseURL,
}) => {
  const copy = 'https://uni.example/cvm';
  await page.locator('[data-check-links]').fill(`${baseURL}go/isolatoin/ ${copy}/traits/isolation/#known-escapes`);
  await page.locator('[data-check] button[type=submit]').click();
  await expect(sum(page)).toHaveText('1 link · 1 unknown');
  await expect(page.locator('[data-check-notes] li')).toHaveText([/looks like a copy of this site/]);
  await page.locator('[data-check-also]').fill(copy);
  await page.locator('[data-check] button[type=submit]').click();
  await expect(sum(page)).toHaveText('2 links · 1 unknown · 1 works');
  await expect(page.locator('[data-check-notes] li')).toHaveCount(0);
});

test('changes since a day are told', async ({ page }) => {
  await page.locator('[data-check-links]').fill(`${site}/concepts/namespaces-and-cgroups/#not-true`);
  await page.locator('[data-check-since]').fill('2026-11-01');
  await page.locator('[data-check] button[type=submit]').click();
  await expect(sum(page)).toHaveText('1 link · 1 works · 1 changed');
  expect((await rows(page))[0]![3]).toContain('/reference/changes/#c-docker-namespaces');
});

test('with nothing to check, the page says so', async ({ page }) => {
  await page.locator('[data-check] button[type=submit]').click();
  await expect(sum(page)).toHaveText('There is no file to check. Choose files, or paste links.');
});

test('the list of addresses that does not load is told, and asked for again', async ({ page }) => {
  await page.route('**/check-course.json', (route) => route.fulfill({ status: 200, body: 'no list' }), { times: 1 });
  await page.locator('[data-check-links]').fill(`${site}/go/vm/`);
  await page.locator('[data-check] button[type=submit]').click();
  await expect(sum(page)).toHaveText(/could not be loaded/);
  await page.locator('[data-check] button[type=submit]').click();
  await expect(sum(page)).toHaveText('1 link · 1 works');
});

for (const theme of ['light', 'dark'] as const)
  test(`results are accessible and fit a phone, ${theme}`, { tag: '@long' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.locator('[data-check-files]').setInputFiles([buffer('course.md', Buffer.from(markdown(links)))]);
    await expect(sum(page)).toHaveText(counts);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const { violations } = await new AxeBuilder({ page }).include('[data-check]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
