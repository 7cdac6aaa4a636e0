import type { Page } from '@playwright/test';
import { addresses, expect, test } from '../support/test.ts';

/** The most that a page of concepts or traits may show of text alone, in pixels at 1280. */
const most = 1200;

test.use({ viewport: { width: 1280, height: 800 } });

/** The longest stretch of the page's argument without a figure, a comparison or a table, in pixels. */
const longestStretch = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const content = document.querySelector('.sl-markdown-content')!;
    const end = document.querySelector('.next-steps')!.getBoundingClientRect().top;
    const seen = [...content.querySelectorAll('figure, .compare, table')].map((one) => one.getBoundingClientRect());
    let from = content.getBoundingClientRect().top;
    let longest = 0;
    for (const { top, bottom } of seen) {
      if (top > end) break;
      longest = Math.max(longest, top - from);
      from = Math.max(from, bottom);
    }
    return Math.round(Math.max(longest, end - from));
  });

test(
  'a page of concepts or traits shows a figure, a comparison or a table at least every 1,200 px',
  { tag: '@long' },
  async ({ page }) => {
    test.slow();
    const tooLong: string[] = [];
    for (const address of addresses.filter((one) => /^\/(?:concepts|traits)\/./.test(one))) {
      await page.goto(address);
      const stretch = await longestStretch(page);
      if (stretch > most) tooLong.push(`${address} has ${stretch} px of text alone`);
    }
    expect(tooLong).toEqual([]);
  },
);

test('a stretch that has lost its tables is measured whole', async ({ page }) => {
  await page.goto('/concepts/hypervisors/');
  await page.evaluate(() =>
    document.querySelectorAll('.sl-markdown-content .scroller').forEach((table) => table.remove()),
  );
  expect(await longestStretch(page)).toBeGreaterThan(most);
});
