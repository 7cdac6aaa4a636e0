import type { Page } from '@playwright/test';
import { allAddresses, expect, test } from '../support/test.ts';

/** Pixels below which a word of a drawing is too small on a phone. */
const smallest = 12;

/** The words of drawings on the page that are too small, and by how much the page is wider than the window. */
const look = (page: Page) =>
  page.evaluate((least) => {
    const tooSmall = [...document.querySelectorAll<SVGTextElement>('figure[data-diagram] svg text')]
      .map((text) => ({
        words: text.textContent!,
        // What the browser paints: the size in units, times the scale of the picture.
        size: parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM()!.a,
      }))
      .filter(({ size }) => size > 0 && size < least - 0.01)
      .map(({ words, size }) => `${words} ${size.toFixed(1)}`);
    return { tooSmall, beyond: document.documentElement.scrollWidth - innerWidth };
  }, smallest);

test(
  'on a phone every word of every drawing can be read, and no page is wider than its window',
  { tag: '@long' },
  async ({ page }) => {
    test.slow();
    const faults: string[] = [];
    for (const address of allAddresses) {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(address);
      const { tooSmall, beyond } = await look(page);
      faults.push(...tooSmall.map((words) => `${address} ${words}`));
      if (beyond > 0) faults.push(`${address} is ${beyond} pixels too wide`);
      if ((await page.locator("figure[data-diagram] svg[width^='4']").count()) === 0) continue;
      for (const width of [320, 432, 433, 640]) {
        await page.setViewportSize({ width, height: 740 });
        const wider = (await look(page)).beyond;
        if (wider > 0) faults.push(`${address} is ${wider} pixels too wide at ${width}`);
      }
    }
    expect(faults).toEqual([]);
  },
);

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('a drawing that kept to the column would be told', async ({ page }) => {
    await page.goto('/concepts/shared-kernel-and-guest-os/');
    expect(await look(page)).toEqual({ tooSmall: [], beyond: 0 });
    await page.locator('#d-one-read svg').evaluate((svg) => (svg.style.maxInlineSize = '100%'));
    expect((await look(page)).tooSmall.length).toBeGreaterThan(5);
  });

  test('a wide drawing reaches from edge to edge, and its caption and steps keep to the text', async ({ page }) => {
    await page.goto('/concepts/shared-kernel-and-guest-os/');
    const edges = (selector: string) =>
      page.locator(selector).evaluate((one) => {
        const { left, right } = one.getBoundingClientRect();
        return [Math.round(left), Math.round(right)];
      });
    expect(await edges('#d-one-read svg')).toEqual([0, 360]);
    expect(await edges('#d-one-read figcaption')).toEqual([16, 344]);
    expect(await edges('#d-one-read fieldset')).toEqual([16, 344]);
  });
});

test('a drawing and its caption have one left edge', async ({ page }) => {
  for (const [address, id] of [
    ['/concepts/containers/', 'd-container-three-parts'],
    ['/traits/resource-efficiency/', 'd-memory-growth'],
    ['/concepts/shared-kernel-and-guest-os/', 'd-one-read'],
  ] as const)
    for (const width of [768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      const [drawing, caption] = await Promise.all(
        ['svg', 'figcaption'].map((part) =>
          page.locator(`#${id} ${part}`).evaluate((one) => one.getBoundingClientRect().left),
        ),
      );
      expect(drawing, `${address} ${width}`).toBe(caption);
    }
});
