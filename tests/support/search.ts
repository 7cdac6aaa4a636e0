import { expect, type Page } from '@playwright/test';

/** The field of the search dialog. */
export const field = (page: Page) => page.getByRole('dialog').getByRole('combobox');

/** The results, in the dialog or on the page. */
export const results = (page: Page) => page.locator('[data-search-results] a');

/** The button that opens the dialog. */
export const button = (page: Page) => page.getByRole('banner').getByRole('search').getByRole('button');

/** Pages of the results in order, each once. */
export async function pagesOf(page: Page): Promise<string[]> {
  const paths = await results(page).evaluateAll((links) =>
    links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
  return [...new Set(paths)];
}

/** Opens the dialog and asks. */
export async function ask(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await field(page).fill(query);
  await expect(results(page).first()).toBeVisible();
}
