import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { offlineFiles, zipCopy } from '#features/offline/copy.ts';
import { sidebarAddresses } from '#model/sidebar.ts';

const folder = path.resolve('test-results/offline');
const at = (file: string) => pathToFileURL(path.join(folder, 'site', file)).href;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  const zip = zipCopy(await offlineFiles('dist'), 'site');
  for (const [name, body] of Object.entries(unzipSync(zip))) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), body);
  }
});

const faults: string[] = [];
test.beforeEach(({ page }) => {
  faults.length = 0;
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('requestfailed', (request) => {
    // The browser gives up what a page still asks for when it is left; a file that is missing says so by another name.
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()} ${why}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(at('')) && !request.url().startsWith('data:')) faults.push(`asked ${request.url()}`);
  });
});
test.afterEach(() => expect(faults).toEqual([]));

test('the copy opens from a disk: home, a diagram, a link, the topics', { tag: '@long' }, async ({ page }) => {
  await page.goto(at('index.html'));
  await expect(page.locator('h1')).toBeVisible();
  await page.goto(at('start/at-a-glance/index.html'));
  const drawing = page.locator('[data-diagram] svg').first();
  await expect(drawing).toBeVisible();
  expect((await drawing.boundingBox())!.width).toBeGreaterThan(100);
  await page.getByRole('main').locator('a[href*="isolation"]').first().click();
  await expect(page).toHaveURL(/^file:.*\.html/);
  await expect(page.locator('h1')).toBeVisible();
  await page.goto(at('traits/isolation/index.html'));
  await page.locator('nav.sidebar summary').filter({ hasText: 'Reference' }).click();
  await page.locator('nav.sidebar a[href$="topics/index.html"]').click();
  await expect(page).toHaveURL(/^file:.*topics\/index\.html$/);
  await page.getByRole('link', { name: 'Hypervisor', exact: true }).first().click();
  await expect(page).toHaveURL(/^file:.*index\.html#/);
});

test('every page opens, and each of its links ends in a file', { tag: '@long' }, async ({ page }) => {
  for (const address of sidebarAddresses()) {
    await page.goto(at(`${address.slice(1)}index.html`));
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    const files = links.filter((link) => link.startsWith('file:')).map((link) => fileURLToPath(link.split(/[#?]/)[0]!));
    expect(files.length).toBeGreaterThan(sidebarAddresses().length);
    expect(
      [...new Set(files)].filter((file) => !statSync(file, { throwIfNoEntry: false })?.isFile()),
      address,
    ).toEqual([]);
  }
});

test('a picture that is missing in the copy would be told', { tag: '@long' }, async ({ page }) => {
  writeFileSync(
    path.join(folder, 'site/broken.html'),
    '<!doctype html><title>Broken</title><img src="missing.svg" alt="">',
  );
  await page.goto(at('broken.html'));
  expect(faults).toContain(`failed: ${at('missing.svg')} net::ERR_FILE_NOT_FOUND`);
  faults.length = 0;
});

test('the search leads to the topics, and the theme can be changed', { tag: '@long' }, async ({ page }) => {
  await page.goto(at('reference/glossary/index.html'));
  await page.locator('.theme-select select').first().selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('banner').getByRole('search').getByRole('button').click();
  await expect(page).toHaveURL(/topics\/index\.html\??$/);
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/topics\/index\.html\??$/);
});

test('a page of the copy prints', { tag: '@long' }, async ({ page }) => {
  await page.goto(at('traits/isolation/index.html'));
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
});
