import { addresses, expect, test } from '../support/test.ts';

/** The most that a page of concepts or traits may show of text alone, in pixels at 1280. */
const most = 1200;

/**
 * Pages that still have a longer stretch: each needs a drawing, a comparison or a table there. A page that has got one leaves this list, and none joins it.
 */
const tooLong: readonly string[] = [
  '/concepts/container-stack/',
  '/concepts/containers/',
  '/concepts/hypervisors/',
  '/concepts/images-and-disks/',
  '/concepts/isolation-spectrum/',
  '/concepts/namespaces-and-cgroups/',
  '/concepts/three-eras/',
  '/concepts/virtual-machines/',
  '/traits/isolation/',
  '/traits/known-escapes/',
  '/traits/lifecycle-and-state/',
  '/traits/machine-administration/',
  '/traits/operations/',
  '/traits/portability/',
  '/traits/resource-efficiency/',
  '/traits/weight-and-startup/',
];

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
  expect(found.sort(), `longest stretches of text: ${gaps.join(', ')}`).toEqual(tooLong);
});
