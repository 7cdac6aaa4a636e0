import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { allAddresses, expect, test } from '../support/test.ts';

const everything = [...allAddresses, '/search/?q=kernel'];

/** What axe finds on the page as it stands, a line each. */
async function findings(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  // No page has frames, and what holds is not listed: both would cost more than the check itself.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (rules === 'all') builder.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  else builder.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${page.url()} ${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** A page of each kind. */
const kinds = [
  '/',
  '/traits/isolation/',
  '/systems/',
  '/reference/glossary/',
  '/use-cases/choose/',
  '/search/?q=kernel',
];

/** These are looked at whenever anything is tested, all others when there is time. */
const often = ['/', '/traits/isolation/'];

for (const address of everything) {
  const tag = often.includes(address) ? [] : '@long';
  test(`axe finds nothing on ${address} in either theme`, { tag }, async ({ page }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(address);
    expect(await findings(page)).toEqual([]);
    // The themes differ in colours alone, so the other rules need not look again.
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await findings(page, 'colours')).toEqual([]);
  });
}

for (const address of kinds)
  test(
    `on paper every word of ${address} can be told from its ground, also for who reads in the dark`,
    { tag: often.includes(address) ? [] : '@long' },
    async ({ page }) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.goto(address);
      expect(await findings(page, 'colours')).toEqual([]);
    },
  );

test('a dark ground behind the words on paper would be told', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.goto('/traits/isolation/');
  await page.addStyleTag({ content: '.sl-markdown-content { background: #17181c !important }' });
  expect((await findings(page, 'colours')).join('\n')).toContain('color-contrast');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing with the search, a tooltip and the menu of a phone open, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/traits/isolation/');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('kernel');
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.tip a').first().focus();
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/traits/isolation/');
    await page.getByRole('button', { name: 'Menu' }).click();
    expect(await findings(page)).toEqual([]);
  });
}

test('axe sees what is wrong', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() =>
    document
      .querySelector('main')!
      .insertAdjacentHTML('beforeend', '<img src="data:,"><p style="color:#eee;background:#fff">faint</p>'),
  );
  expect((await findings(page)).join('\n')).toMatch(/image-alt[^]*color-contrast|color-contrast[^]*image-alt/);
});

test('a page can be read with the keyboard alone: skip link, menu, content, with the focus in sight', async ({
  page,
}) => {
  await page.goto('/concepts/containers/');
  await page.keyboard.press('Tab');
  const skip = page.locator('a[href="#_top"]').first();
  await expect(skip).toBeFocused();
  await expect(skip).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
  expect(outline).not.toBe('none');
});

test('a page holds together at 400 % zoom', async ({ page }) => {
  // 1280 px at 400 % is a window of 320 px; the height shrinks with it.
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto('/traits/portability/');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

/** Colour of an element's words and of the ground below them; axe passes over words in the very colour of their ground. */
const colours = (element: HTMLElement | SVGElement): [words: string, ground: string] => {
  let below: Element | null = element;
  while (below && /^rgba\(.*, 0\)$/.test(getComputedStyle(below).backgroundColor)) below = below.parentElement;
  return [getComputedStyle(element).color, below ? getComputedStyle(below).backgroundColor : 'none'];
};

test('the bar of a phone names the section in sight, in words that differ from their ground', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/traits/isolation/');
    const [words, ground] = await page.locator('mobile-starlight-toc .display-current').evaluate(colours);
    expect(words).not.toBe(ground);
  }
});

test.describe('with forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });
  test('the words that a search found can be read', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/search/?q=oom+killer');
    const [words, ground] = await page.locator('.found mark').first().evaluate(colours);
    expect(words).not.toBe(ground);
  });
  test('a drawing keeps its boxes and its words', async ({ page }) => {
    await page.goto('/start/at-a-glance/');
    const box = page.locator('[data-diagram=stack-containers] path').first();
    const { fill, stroke } = await box.evaluate((shape) => ({
      fill: getComputedStyle(shape).fill,
      stroke: getComputedStyle(shape).stroke,
    }));
    expect(fill).not.toBe(stroke);
    const words = page.locator('[data-diagram=stack-containers] text').first();
    await expect(words).not.toHaveText('');
    expect(await words.evaluate((text) => getComputedStyle(text).fill)).not.toBe(fill);
  });
});

test('a page prints as a handout: light drawings, no navigation, nothing cut', async ({ page }) => {
  await page.goto('/traits/isolation/');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  const kernel = page.locator('[data-diagram] rect[fill*=kernel], [data-diagram] path[fill*=kernel]').first();
  expect(await kernel.evaluate((box) => getComputedStyle(box).fill)).toBe('rgb(255, 201, 77)');
});
