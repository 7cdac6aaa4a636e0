import { compareCells } from '#components/behaviour/sort-rows.ts';
import { t } from '#model/i18n.ts';
import { expect, test } from '../support/test.ts';

test('the table of figures sorts by each column, and says in which order', async ({ page }) => {
  await page.goto('/reference/numbers/');
  const table = page.getByRole('table').first();
  const sortable = table.getByRole('columnheader').filter({ has: page.getByRole('button') });
  await expect(sortable).toHaveText([t('numbers.figure'), t('numbers.year'), t('numbers.source')]);
  for (const name of [t('numbers.figure'), t('numbers.year'), t('numbers.source')]) {
    const head = table.getByRole('columnheader', { name });
    const column = await head.evaluate((cell) => (cell as HTMLTableCellElement).cellIndex);
    const cells = () =>
      table.locator('tbody tr').evaluateAll(
        (rows, index) =>
          rows.map((row) => {
            const { textContent, dataset } = (row as HTMLTableRowElement).cells[index]!;
            return { textContent, dataset: { ...dataset } };
          }),
        column,
      );
    const before = await cells();
    for (const [order, sign] of [
      ['ascending', 1],
      ['descending', -1],
    ] as const) {
      await head.getByRole('button').click();
      await expect(head).toHaveAttribute('aria-sort', order);
      await expect(table.locator('[aria-sort]')).toHaveCount(1);
      const after = await cells();
      expect(after, `${name}, ${order}`).toEqual([...before].sort((a, b) => sign * compareCells(a, b, 'en')));
      before.splice(0, before.length, ...after);
    }
  }
});
