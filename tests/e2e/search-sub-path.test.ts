import type { Server } from 'node:http';
import { expect, test } from '@playwright/test';
import { serveFolder } from '../../tools/static-server.ts';
import { base, subPathSite } from '../support/sub-path-site.ts';
import { ask, results } from '../support/search.ts';

let server: Server | undefined;
let url = '';

test.beforeAll(async () => {
  test.setTimeout(180_000);
  ({ server, url } = await serveFolder(await subPathSite(), { port: 0, base }));
});
test.afterAll(() => server?.close());

test('below a sub-path, results, forms and descriptions stay below it', { tag: '@long' }, async ({ page, request }) => {
  await page.goto(`${url}topics/`);
  await ask(page, 'hypervisor');
  const paths = await page
    .locator('dialog a')
    .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  expect(paths.filter((path) => !path.startsWith(base))).toEqual([]);
  await results(page).first().click();
  await page.waitForURL((address) => address.pathname !== `${base}topics/`);
  await expect(page.locator('h1')).toBeVisible();

  await page.goto(`${url}search/?q=hypervisor`);
  await expect(results(page).first()).toHaveAttribute('href', new RegExp(`^${base}`));
  await expect(page.locator('form.search-open')).toHaveAttribute('action', `${base}topics/`);
  const href = await page.locator('link[rel="search"]').getAttribute('href');
  expect(href).toBe(`${base}opensearch.xml`);
  const description = await (await request.get(new URL(href!, url).href)).text();
  expect(description).toContain(`https://example.org${base}search/?q={searchTerms}`);
});
