import { expect, test } from '@playwright/test';
import { t } from '#model/i18n.ts';
import { ask, button, field, results } from '../support/search.ts';

test.beforeEach(({ page }) => page.goto('topics/'));

for (const key of ['Control+k', 'Meta+k']) {
  test(`${key} opens it, Escape closes it and gives the focus back`, async ({ page }) => {
    const skip = page.locator('a[href="#_top"]').first();
    await skip.focus();
    await page.keyboard.press(key);
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(skip).toBeFocused();
  });
}

test('one Escape closes it, and the query is there when it opens again', async ({ page }) => {
  await ask(page, 'kvm');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toHaveValue('kvm');
});

test('the button opens it; its own button and a click beside it close it', async ({ page }) => {
  await button(page).click();
  await expect(field(page)).toBeFocused();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('search.close') })
    .click();
  await expect(button(page)).toBeFocused();
  await button(page).click();
  await expect(field(page)).toBeFocused();
  await page.mouse.click(5, 500);
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('letters typed while it loads are in its field', async ({ page }) => {
  await page.route('**/_astro/all.*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('kernel', { delay: 10 });
  await expect(field(page)).toHaveValue('kernel');
});

test('a slash in its field is a slash', async ({ page }) => {
  await ask(page, 'kvm');
  await page.keyboard.type('/dev/kvm');
  await expect(field(page)).toHaveValue('kvm/dev/kvm');
});

test('arrow keys choose, Enter follows, and the dialog is gone', async ({ page }) => {
  await ask(page, 'hypervisor');
  await page.keyboard.press('ArrowDown');
  const chosen = page.getByRole('dialog').getByRole('option', { selected: true });
  await expect(chosen).toHaveCount(1);
  const id = (await chosen.getAttribute('id'))!;
  await expect(field(page)).toHaveAttribute('aria-activedescendant', id);
  await page.keyboard.press('ArrowDown');
  await expect(chosen).not.toHaveAttribute('id', id);
  await page.keyboard.press('ArrowUp');
  await expect(chosen).toHaveAttribute('id', id);
  const href = await chosen.getAttribute('href');
  await page.keyboard.press('Enter');
  // What the browser is told to mark follows the address of the section.
  const plain = ({ pathname, hash }: URL) => pathname + hash.replace(/:~:.*$/, '').replace(/^#$/, '');
  await page.waitForURL((url) => plain(url) === href);
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('what was chosen stays chosen when the query is taken as finished, and not when one types on', async ({
  page,
}) => {
  await page.clock.install({ time: 0 });
  await page.goto('topics/');
  await button(page).click();
  // The time after which a query is finished passes when the test says so.
  await page.clock.pauseAt(600_000);
  // As one change: with a letter at a time, the results of an earlier letter could be the ones that are seen first.
  await field(page).fill('hypervisor');
  await expect(results(page).first()).toBeVisible();
  const list = page.getByRole('dialog').getByRole('listbox');
  const chosen = list.getByRole('option', { selected: true });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const words = await chosen.innerText();
  await list.evaluate((box) => box.firstElementChild!.setAttribute('data-old', ''));
  await page.clock.runFor(500);
  await expect(list.locator('[data-old]')).toHaveCount(0);
  await expect(chosen).toHaveCount(1);
  await expect(chosen).toContainText(words.split('\n')[0]!);
  await page.keyboard.type('s');
  await expect(chosen).toHaveCount(0);
});

test('Enter without a choice leads to the results as a page', async ({ page }) => {
  await ask(page, 'page cache');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\/\?q=page(\+|%20)cache$/);
  await expect(results(page).first()).toBeVisible();
});

test('results are sections with a marked excerpt, and their number is announced', async ({ page }) => {
  await ask(page, 'control group');
  await expect(page.getByRole('dialog').getByRole('option').first().locator('mark').first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /pages?/ })).toBeVisible();
  const hashes = await results(page).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash));
  expect(hashes.some((hash) => hash !== '')).toBe(true);
});

test('an empty result says what to try and links to the topics', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await field(page).fill('qqqqzzzz wwwwxxxx');
  await expect(page.locator('.found-nothing')).toBeVisible();
  await expect(page.locator('.found-nothing').getByRole('link')).toHaveAttribute('href', /\/topics\/$/);
});

test('nothing sticks out at 320 pixels, and every target is at least 24 pixels high', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await ask(page, 'isolation');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const heights = await page
    .locator('dialog :is(a, button, input)')
    .evaluateAll((targets) => targets.map((target) => target.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
});

test('nothing of it is loaded before the reader reaches for it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('reference/glossary/', { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /_search\/|\/all\./.test(url))).toEqual([]);
  await button(page).hover();
  await expect.poll(() => asked.some((url) => url.endsWith('/head.bin'))).toBe(true);
});

test('the target has its words marked, and Back brings the list back as it was', async ({ page }) => {
  await ask(page, 'exit code 137');
  await results(page).first().click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.waitForURL((url) => !url.pathname.startsWith('/topics/'));
  await expect
    .poll(() => page.evaluate(() => CSS.highlights.get('found')?.size ?? document.querySelectorAll('mark').length))
    .toBeGreaterThan(0);
  await page.goBack();
  await expect(field(page)).toHaveValue('exit code 137');
  await expect(results(page).first()).toBeVisible();
});

test('a correction is named, and one step leads to the word as it was typed', async ({ page }) => {
  await ask(page, 'hypervisr');
  const status = page.getByRole('dialog').getByRole('status');
  await expect(status).toContainText('hypervisor');
  await status.getByRole('button').click();
  await expect(field(page)).toHaveValue('"hypervisr"');
  await expect(page.locator('.found-nothing')).toBeVisible();
});
