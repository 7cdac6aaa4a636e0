import { addresses, expect, test } from '../support/test.ts';

/** The most that a page of concepts or traits may show of text alone, in pixels at 1280. */
const most = 1200;

/**
 * Pages that are still longer without anything to look at. A page that keeps to the limit leaves this list, and none joins it.
 */
const tooLong: readonly string[] = [];

test('a page of concepts or traits shows a figure, a comparison or a table at least every 1,200 px', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 800 });
  const found: string[] = [];
  const gaps: string[] = [];
  for (const address of addresses.filter((one) => /^\/(?:concepts|traits)\/./.test(one))) {
    await page.goto(address);
    const longest = await page.evaluate(() => {
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
    if (longest <= most) continue;
    found.push(address);
    gaps.push(`${address} ${longest}`);
  }
  expect(found, `longest stretches of text: ${gaps.join(', ')}`).toEqual(tooLong);
});
