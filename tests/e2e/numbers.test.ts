import { expect, test } from '../support/test.ts';

test('the table of figures sorts by each column, and says in which order', async ({ page }) => {
  await page.goto('/reference/numbers/');
  const table = page.getByRole('table').first();
  const head = table.getByRole('columnheader', { name: 'Year' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  const years = () => table.locator('tbody tr td:nth-child(4)').allTextContents();
  expect(await years()).toEqual([...(await years())].sort());
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
});
