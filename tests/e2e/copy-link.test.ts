import { t } from '#model/i18n.ts';
import { expect, test } from '../support/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('the sign beside a heading copies its link, its short link and a citation, and gives the focus back', async ({
  page,
}) => {
  await page.goto('/traits/isolation/');
  const sign = page.locator('a.sl-anchor-link[href="#known-escapes"]');
  await sign.focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('dialog', { name: t('share.menu', { heading: 'Known escapes' }) });
  await expect(menu).toBeVisible();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await menu.getByRole('button', { name: t('share.link.copy'), exact: true }).click();
  await expect(menu.getByRole('status')).toHaveText(t('share.link.copied'));
  expect(await clipboard()).toMatch(/\/traits\/isolation\/#known-escapes$/);
  await menu.getByRole('button', { name: t('share.shortLink.copy') }).click();
  await expect(menu.getByRole('status')).toHaveText(t('share.shortLink.copied'));
  expect(await clipboard()).toMatch(/\/go\/[a-z-]+\/#known-escapes$/);
  await menu.getByRole('button', { name: t('share.csl.copy') }).click();
  await expect(menu.getByRole('status')).toHaveText(t('share.csl.copied'));
  expect(JSON.parse(await clipboard())[0]).toMatchObject({
    type: 'webpage',
    'container-title': 'Containers vs. virtual machines',
  });
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(sign).toBeFocused();
});

test('the menu shows a QR code, and every target in it is at least 24 pixels high', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/reference/glossary/#cgroup');
  await page.locator('.copy-link[href="#cgroup"]').click();
  const menu = page.getByRole('dialog');
  await menu.getByRole('button', { name: t('share.qrShow') }).click();
  // A browser calls visible what lies below the window's edge.
  await expect(menu.getByRole('img')).toBeInViewport({ ratio: 1 });
  await expect(menu.getByRole('link')).toBeInViewport();
  for (const button of await menu.getByRole('button').all())
    expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(24);
});

test('in a low window every form is in reach, and who leaves the menu by Tab closes it', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 200 });
  await page.goto('/traits/isolation/');
  await page.locator('a.sl-anchor-link[href="#known-escapes"]').focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('dialog');
  const last = menu.getByRole('button', { name: t('share.qrShow') });
  await last.focus();
  await expect(last).toBeInViewport({ ratio: 1 });
  // Once out of the page, to where a browser has its own buttons, and once to what comes after them.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(menu).toBeHidden();
  await expect(page.locator('a.sl-anchor-link[href="#known-escapes"]')).not.toBeFocused();
});

test('a figure is named by its title, and its menu copies a frame that is high enough for a phone', async ({
  page,
}) => {
  await page.goto('/concepts/namespaces-and-cgroups/');
  await page.locator('.copy-link[href="#d-eight-namespaces"]').click();
  const menu = page.getByRole('dialog', {
    name: t('share.menu', { heading: 'One process through its eight namespaces, seen from outside and from inside' }),
  });
  await menu.getByRole('button', { name: t('share.frame.copy') }).click();
  const frame = await page.evaluate(() => navigator.clipboard.readText());
  expect(frame).toMatch(
    /^<iframe src="https:.*\/embed\/eight-namespaces\/" title="One process through its eight namespaces, seen from outside and from inside" .*<\/iframe>$/,
  );
  await page.keyboard.press('Escape');
  await page.locator('a.sl-anchor-link').first().click();
  await expect(page.getByRole('button', { name: t('share.html.copy') })).toBeVisible();
  await expect(page.getByRole('button', { name: t('share.frame.copy') })).toHaveCount(0);
});

test('the page of all drawings copies a frame of the same height as the page that shows the drawing', async ({
  page,
}) => {
  const frames: string[] = [];
  for (const [address, name] of [
    ['/start/at-a-glance/', t('permalink.toDiagram', { title: 'Each virtual machine brings its own kernel' })],
    ['/teach/diagrams/', t('permalink.to', { name: 'Each virtual machine brings its own kernel' })],
  ] as const) {
    await page.goto(address);
    await page.getByRole('link', { name }).first().click();
    await page.getByRole('button', { name: t('share.frame.copy') }).click();
    await expect(page.getByRole('status').filter({ hasText: t('share.frame.copied') })).toBeVisible();
    const frame = await page.evaluate(() => navigator.clipboard.readText());
    expect(frame).toContain('/embed/stack-vms/');
    frames.push(/ height="\d+"/.exec(frame)![0]);
  }
  expect(frames[1]).toBe(frames[0]);
});

for (const address of ['/reference/history/', '/reference/sources/', '/reference/numbers/'])
  test(`an entry of ${address} has a sign, and is cited by its name`, async ({ page }) => {
    await page.goto(address);
    const sign = page.locator('.copy-link').first();
    const entry = page.locator('.event, .bibliography li > a:first-child, th[scope=row]').first();
    const name = (await entry.textContent())!.replace(/\s+/g, ' ').trim();
    await sign.click();
    await expect(page.getByRole('dialog', { name: t('share.menu', { heading: name }) })).toBeVisible();
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the sign is a plain link', async ({ page }) => {
    await page.goto('/traits/isolation/');
    await page.locator('a.sl-anchor-link[href="#known-escapes"]').click();
    await expect(page).toHaveURL(/#known-escapes$/);
  });
});
