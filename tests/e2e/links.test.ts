import { expect, test, type Page } from '@playwright/test';
import { readLinks } from '#features/permalinks/redirects/read.ts';
import { readRegistry } from '#features/permalinks/verify/registry.ts';
import { t } from '#model/i18n.ts';
import { serveFolder, type Served } from '../../tools/static-server.ts';
import { base, subPathSite } from '../support/sub-path-site.ts';

// One worker builds the copy; each group of tests would else build its own.
test.describe.configure({ mode: 'serial' });

let site: Served;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await serveFolder(await subPathSite(), { port: 0, base });
});
test.afterAll(() => site.server.close());

/** Goes to an address of the copy and gives the one where the browser ends, without host and sub-path. */
async function follow(page: Page, address: string, end: RegExp | string): Promise<void> {
  await page.goto(site.url + address.slice(1));
  const { pathname } = new URL(site.url);
  const address_ = (url: URL) => `/${url.pathname.slice(pathname.length)}${url.search}${url.hash}`;
  await page.waitForURL((url) => (typeof end === 'string' ? address_(url) === end : end.test(address_(url))), {
    timeout: 10_000,
  });
}

const heading = (page: Page, id: string) => page.locator(`#${id}`);

test('a browser follows old addresses and keeps query and fragment', async ({ page }) => {
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  for (const [from, to] of [
    ['/old/isolation/', '/traits/isolation/'],
    ['/old/isolation/?from=course#known-escapes', '/traits/isolation/?from=course#known-escapes'],
    ['/concepts/hypervisors/#old-escapes', '/traits/isolation/#known-escapes'],
    ['/old/laptop/#mac', '/traits/isolation/#known-escapes'],
    ['/old/laptop/', '/use-cases/'],
    ['/go/isolation/#known-escapes', '/traits/isolation/#known-escapes'],
  ] as const) {
    await follow(page, from, to);
    if (to.includes('#')) await expect(heading(page, 'known-escapes'), from).toBeInViewport();
    else await expect(page.locator('h1'), from).toBeInViewport();
  }
  expect(faults).toEqual([]);
});

test('one step back leaves the site again: the old address is not in the history', async ({ page }) => {
  await page.goto(`${site.url}topics/`);
  await follow(page, '/old/isolation/', '/traits/isolation/');
  await page.goBack();
  await expect(page).toHaveURL(`${site.url}topics/`);
});

test('a sample of the short links and of the record leads to its pages', { tag: '@long' }, async ({ page }) => {
  test.setTimeout(120_000);
  for (const { slug, to } of readLinks('.').shortLinks.filter((_, index) => index % 5 === 2))
    await follow(page, `/go/${slug}/`, to);
  const sections = readRegistry('.').filter((address) => address.includes('#'));
  for (const address of sections.filter((_, index) => index % 97 === 7)) {
    await follow(page, address, address);
    await expect(heading(page, address.split('#')[1]!), address).toBeInViewport();
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a page that moved and a short link lead to their page', async ({ page }) => {
    await follow(page, '/old/isolation/', '/traits/isolation/');
    await expect(page.locator('h1')).toHaveText('Isolation');
    await follow(page, '/go/docker/', '/systems/docker/');
  });

  test('a section that moved has a line on its old page, with a link to the section', async ({ page }) => {
    for (const from of ['/concepts/hypervisors/#old-escapes', '/old/laptop/#mac']) {
      await page.goto(site.url + from.slice(1));
      const line = page.locator('li[data-moved]');
      await expect(line, from).toBeInViewport();
      await line.locator('a[data-on]').click();
      await expect(page).toHaveURL(`${site.url}traits/isolation/#known-escapes`);
      await expect(heading(page, 'known-escapes')).toBeInViewport();
    }
  });

  test('a retired page says what happened and where to go', async ({ page }) => {
    await page.goto(`${site.url}old/gone/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('redirect.retired'));
    await expect(page.getByText('Nobody sells it any more.')).toBeVisible();
    await page.getByRole('link', { name: 'about systems' }).click();
    await expect(page).toHaveURL(`${site.url}systems/`);
  });
});
