import { expect, test } from '@playwright/test';
import { ask, button, pagesOf, results } from '../support/search.ts';

test('the page shows the order of the dialog for the query in its address', async ({ page }) => {
  await page.goto('search/?q=shared%20kernel');
  await expect(results(page).first()).toBeVisible();
  const onPage = await pagesOf(page);
  await page.goto('topics/');
  await ask(page, 'shared kernel');
  // While somebody types, the last word is only a beginning; the order is that of the page once they have stopped.
  await expect.poll(() => pagesOf(page)).toEqual(onPage.slice(0, 6));
});

test('the query is in the address, and Back leads back', async ({ page }) => {
  await page.goto('topics/');
  await page.goto('search/');
  await page.getByRole('searchbox').fill('live migration');
  await expect(page).toHaveURL(/q=live(\+|%20)migration/);
  await expect(page).toHaveTitle(/^live migration/);
  await results(page).first().click();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('live migration');
  await expect(results(page).first()).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/topics\/$/);
});

test('who submits the same query again, or none, has one step back to where they came from', async ({ page }) => {
  await page.goto('topics/');
  await page.goto('search/');
  const field = page.getByRole('searchbox');
  const steps = () => page.evaluate(() => history.length);
  const before = await steps();
  for (let times = 0; times < 3; times++) await field.press('Enter');
  expect(await steps()).toBe(before);
  await field.fill("don't share");
  await expect(page).toHaveURL(/q=don/);
  for (let times = 0; times < 3; times++) await field.press('Enter');
  expect(await steps()).toBe(before);
  await page.goBack();
  await expect(page).toHaveURL(/\/topics\/$/);
});

test('the shortcut leads to the field of the page', async ({ page }) => {
  await page.goto('search/');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('browsers can add it as a search engine', async ({ page, request }) => {
  await page.goto('search/');
  const href = await page.locator('link[rel="search"]').getAttribute('href');
  const description = await (await request.get(href!)).text();
  expect(description).toMatch(/template="https?:\/\/[^"]+\/search\/\?q=\{searchTerms\}"/);
});

test('an address that leads nowhere offers the search and the topics', async ({ page }) => {
  await page.goto('no/such/page/');
  const main = page.getByRole('main');
  await expect(main.locator('a[href$="/search/"]')).toBeVisible();
  await expect(main.locator('a[href$="/topics/"]').first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the button and the page lead to the topics', async ({ page }) => {
    await page.goto('reference/glossary/');
    await button(page).click();
    await expect(page).toHaveURL(/\/topics\//);
    await page.goto('search/?q=kernel');
    await page.locator('form.search-page input').fill('kernel');
    await page.locator('form.search-page button').click();
    await expect(page).toHaveURL(/\/topics\/\?q=kernel$/);
  });

  test('the topics have letters, and each topic leads to its section', async ({ page }) => {
    await page.goto('topics/');
    await page.locator('nav.letters').getByRole('link', { name: 'H', exact: true }).click();
    await expect(page).toHaveURL(/#letter-h$/);
    await page.locator('.topics').getByRole('link', { name: 'Hypervisor', exact: true }).first().click();
    await expect(page).toHaveURL(/\/reference\/glossary\/#hypervisor$/);
  });
});
