import { t } from '#model/i18n.ts';
import { expect, test } from '../support/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const address = '/concepts/containers/';

test('the button of a block copies its commands without the prompts, and says so until it is left', async ({
  page,
}) => {
  await page.goto(address);
  const block = page.locator('pre', { hasText: '$ docker run -d --name web nginx' });
  const button = block.getByRole('button', { name: t('code.copy'), exact: true });
  await button.click();
  await expect(block.getByRole('button', { name: t('code.copied') })).toBeFocused();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^docker run -d --name web nginx\n/);
  expect(copied).not.toMatch(/^\$ /m);
  await page.keyboard.press('Tab');
  await expect(button).toHaveText(t('code.copy'));
});

test('what looks like a prompt stays in a block that is no console', async ({ page }) => {
  await page.route(`**${address}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll('language-console', 'language-sh') });
  });
  await page.goto(address);
  await page
    .locator('pre')
    .first()
    .getByRole('button', { name: t('code.copy'), exact: true })
    .click();
  await expect(page.getByRole('button', { name: t('code.copied') })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\$ docker run/);
});

test('where there is no clipboard, the block is selected and the button says what to press', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(address);
  await page
    .locator('pre')
    .first()
    .getByRole('button', { name: t('code.copy'), exact: true })
    .click();
  await expect(page.getByRole('button', { name: t('code.byHand') })).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('docker run');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a block has its code and no button', async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('pre').first()).toContainText('docker run');
    await expect(page.locator('pre').getByRole('button')).toHaveCount(0);
  });
});
