import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { allAddresses, expect, test } from '../support/test.ts';

const address = '/concepts/shared-kernel-and-guest-os/';
const figure = (page: Page) => page.locator('#d-one-read');
const opacities = (parts: Locator) =>
  parts.evaluateAll((all) => all.map((part) => Number(getComputedStyle(part).opacity)));
const part = (page: Page, step: number) => figure(page).locator(`[data-part='${step}']`);

async function onlyStep(page: Page, step: number): Promise<void> {
  expect(await opacities(part(page, step))).toEqual([1]);
  const others = await opacities(figure(page).locator(`[data-part]:not([data-part='${step}'])`));
  expect(others.length).toBeGreaterThan(3);
  expect(Math.max(...others)).toBeLessThan(0.3);
}

test('arrow keys go through the steps and back to all, and each shows its own part', async ({ page }) => {
  await page.goto(address);
  const parts = figure(page).locator('[data-part]');
  expect(Math.min(...(await opacities(parts)))).toBe(1);
  await figure(page).getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await onlyStep(page, 1);
  await page.keyboard.press('ArrowRight');
  await onlyStep(page, 2);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(Math.min(...(await opacities(parts)))).toBe(1);
});

test('a click on the words of a step shows its part, and each step has a number that the drawing has too', async ({
  page,
}) => {
  await page.goto(address);
  const steps = figure(page).locator('ol > li');
  for (const [index, step] of (await steps.all()).entries()) {
    await step.click();
    await onlyStep(page, index + 1);
    await expect(part(page, index + 1)).toContainText(String(index + 1));
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the steps work all the same, and a slider is not there', async ({ page }) => {
    await page.goto(address);
    await figure(page).locator('ol > li').nth(2).click();
    await onlyStep(page, 3);
    await page.goto('/traits/resource-efficiency/');
    await expect(page.locator('.slider-control')).toBeHidden();
    await expect(page.locator('.slider [data-part]').last()).toBeVisible();
  });
});

test.describe('an old browser', () => {
  // Its pages are changed on the way, so their hashes no longer fit the policy.
  test.use({ bypassCSP: true });
  test('a browser without :has() shows every part and step, and no switch that does nothing', async ({ page }) => {
    const old = (text: string) => text.replaceAll(':has(', ':-unknown(');
    await page.route(/\/$|\.css$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: old(await response.text()) });
    });
    await page.goto(address);
    await expect(figure(page).locator('.steps-all')).toBeHidden();
    await figure(page).locator('ol > li').nth(2).click();
    expect(Math.min(...(await opacities(figure(page).locator('[data-part]'))))).toBe(1);
    for (const step of await figure(page).locator('ol > li').all()) await expect(step).toBeVisible();
  });
});

test('on paper every part and every step is there, whatever was chosen', async ({ page }) => {
  await page.goto(address);
  await figure(page).locator('ol > li').nth(2).click();
  await page.emulateMedia({ media: 'print' });
  expect(Math.min(...(await opacities(figure(page).locator('[data-part]'))))).toBe(1);
  await expect(figure(page).locator('ol > li')).toHaveCount(6);
  for (const step of await figure(page).locator('ol > li').all()) await expect(step).toBeVisible();
  await expect(figure(page).locator('.steps-all')).toBeHidden();
});

test('a slider adds and takes away one part after the other, by keyboard, and paper has all', async ({ page }) => {
  await page.goto('/traits/resource-efficiency/');
  const slider = page.locator('.slider');
  const parts = slider.locator('[data-part]');
  const shown = () =>
    parts.evaluateAll((all) => all.filter((one) => getComputedStyle(one).visibility === 'visible').length);
  expect(await shown()).toBe(6);
  await slider.getByRole('slider').focus();
  await page.keyboard.press('Home');
  expect(await shown()).toBe(1);
  await page.keyboard.press('ArrowRight');
  expect(await shown()).toBe(2);
  await expect(slider.locator('output')).toHaveText('2');
  await page.emulateMedia({ media: 'print' });
  expect(await shown()).toBe(6);
});

/** Every page with a pair, as it was built. */
const pairs = allAddresses.filter((address) =>
  readFileSync(`dist${address}index.html`, 'utf8').includes('class="diagram-pair"'),
);

for (const width of [768, 1152, 1280, 1920])
  test(`the sides of every pair are on one grid at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    // As many pages as have one today, or more: none would be a change of the markup that this does not know.
    expect(pairs.length).toBeGreaterThanOrEqual(9);
    for (const one of pairs) {
      await page.goto(one);
      const found = await page.locator('.diagram-pair').evaluateAll((all) =>
        all.map((pair) =>
          [...pair.children].map((side) => {
            const [label, svg] = [side.querySelector('.side-label'), side.querySelector('svg')!];
            const { bottom, width: drawn } = svg.getBoundingClientRect();
            return {
              label: label!.getBoundingClientRect().top,
              bottom,
              scale: drawn / svg.viewBox.baseVal.width,
              caption: side.querySelector('figcaption')!.getBoundingClientRect().top,
            };
          }),
        ),
      );
      expect(found.length, one).toBeGreaterThan(0);
      for (const [containers, vms] of found)
        for (const key of ['label', 'bottom', 'scale', 'caption'] as const)
          expect(Math.abs(containers![key] - vms![key]), `${one} ${key}`).toBeLessThan(key === 'scale' ? 0.01 : 1);
    }
  });
