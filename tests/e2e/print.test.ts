import type { Page } from '@playwright/test';
import { t } from '#model/i18n.ts';
import { addresses, expect, test } from '../support/test.ts';

/** Pages on A4, from the file itself: Chromium writes each as an object of its own. */
const sheets = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

const handouts: [address: string, least: number, most: number][] = [
  ['/start/at-a-glance/', 2, 6],
  ['/traits/isolation/', 4, 10],
  ['/concepts/containers/', 3, 9],
];

async function onPaper(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
}

for (const [address, least, most] of handouts) {
  test(`${address} prints on ${least} to ${most} sheets`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(address);
    const count = sheets(await page.pdf({ format: 'A4', printBackground: false }));
    expect(count).toBeGreaterThanOrEqual(least);
    expect(count).toBeLessThanOrEqual(most);
  });

  test(`${address} on paper has words, light drawings and no navigation`, async ({ page }) => {
    // The width of A4 between its margins.
    await page.setViewportSize({ width: 680, height: 1000 });
    await onPaper(page, address);
    await expect(page.locator('h1')).toBeVisible();
    const navigation = await page.locator('nav, form, select, [role=tooltip]').all();
    expect(navigation.length).toBeGreaterThan(5);
    for (const part of navigation) await expect(part).toBeHidden();
    const drawing = page.locator('[data-diagram] svg').first();
    await expect(drawing).toBeVisible();
    const kernel = page.locator('[data-diagram] [fill*=kernel]').first();
    expect(await kernel.evaluate((box) => getComputedStyle(box).fill)).toBe('rgb(255, 201, 77)');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(680);
  });

  test(`${address} on paper names its sources, its licence and itself`, async ({ page }) => {
    await onPaper(page, address);
    const sources = await page.locator('.source-list li > a[href^=http]').all();
    expect(sources.length).toBeGreaterThan(0);
    for (const link of sources) {
      const shown = await link.evaluate((element) => getComputedStyle(element, '::after').content);
      expect(shown).toContain(await link.getAttribute('href'));
    }
    // In the text, addresses would be in the way.
    const inText = await page.locator('.sl-markdown-content p > a').all();
    expect(inText.length).toBeGreaterThan(0);
    for (const link of inText)
      expect(await link.evaluate((element) => getComputedStyle(element, '::after').content)).toMatch(
        /^(?:none|normal)$/,
      );
    const line = page.locator('.licence');
    await expect(line).toContainText('CC BY 4.0');
    await expect(line).toContainText(t('footer.address', { address: `https://containers-vs-vms.example${address}` }));
    await expect(line.locator('.paper-address')).toBeVisible();
  });
}

test('what is folded behind the text is open on paper: what leads here, and the sources', async ({ page }) => {
  await page.goto('/traits/isolation/');
  const entries = page.locator(':is(.backlinks, .source-list) .apparatus li');
  await expect(entries.first()).toBeHidden();
  await expect(entries.last()).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  for (const entry of await entries.all()) await expect(entry).toBeVisible();
});

/** Drawings and pictures of a page that a sheet of A4 would cut, a line each: what keeps them whole is a rule, and room for all of them. */
const cutDrawings = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :is(figure svg[role], figure > img, .entry > img)')].flatMap((drawing) => {
      const { height } = drawing.getBoundingClientRect();
      if (height === 0) return [];
      let whole: Element | null = drawing;
      while (whole && getComputedStyle(whole).breakInside !== 'avoid') whole = whole.parentElement;
      const name = drawing.closest('[id], [data-diagram]')?.outerHTML.slice(0, 60) ?? drawing.tagName;
      if (!whole) return [`${name} may be cut between two sheets`];
      // 297 mm without margins of 15 mm, at 96 pixels an inch.
      return height > 1009 ? [`${name} is ${Math.round(height)} px high, more than a sheet`] : [];
    }),
  );

test('no sheet cuts a drawing, on any page', { tag: '@long' }, async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 680, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const found: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    found.push(...(await cutDrawings(page)).map((what) => `${address}: ${what}`));
  }
  expect(found).toEqual([]);
});

test('a drawing that a sheet would cut is told', async ({ page }) => {
  await page.setViewportSize({ width: 680, height: 1000 });
  await onPaper(page, '/start/at-a-glance/');
  await page.addStyleTag({ content: '* { break-inside: auto !important }' });
  expect((await cutDrawings(page)).join()).toContain('may be cut');
});

test('pictures that would come when they are scrolled to come before paper does', async ({ page }) => {
  await page.goto('/teach/diagrams/');
  const late = page.locator('img.for-light[loading=lazy]');
  expect(await late.count()).toBeGreaterThan(20);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(late).toHaveCount(0);
});

test('on a screen the line with the address is not there', async ({ page }) => {
  await page.goto('/traits/isolation/');
  await expect(page.locator('.paper-address')).toBeHidden();
});

for (const address of ['/', '/systems/', '/reference/numbers/', '/traits/isolation/']) {
  test(`${address} on paper keeps the words that name a row whole`, async ({ page }) => {
    await page.setViewportSize({ width: 680, height: 1000 });
    await onPaper(page, address);
    const first = page.locator('tbody tr > :first-child');
    expect(await first.count()).toBeGreaterThan(3);
    const broken = await first.evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        while (texts.nextNode()) {
          const node = texts.currentNode as Text;
          for (const { index, 0: word } of node.data.matchAll(/[\p{L}\d]+/gu)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            // A word on two lines has two boxes, one above the other.
            if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) found.push(word);
          }
        }
        return found;
      }),
    );
    expect(broken).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const colorScheme of ['light', 'dark'] as const)
    test(`a page prints in black on white, also for a reader whose system is ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ media: 'print', colorScheme });
      await page.goto('/traits/isolation/');
      const colours = await page.evaluate(() => {
        const style = getComputedStyle(document.documentElement);
        return ['--page', '--ink', '--wash', '--rule'].map((name) => style.getPropertyValue(name));
      });
      expect(colours).toEqual(['#fff', '#000', '#fff', '#999']);
    });
});
