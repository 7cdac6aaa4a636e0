import AxeBuilder from '@axe-core/playwright';
import { t } from '#model/i18n.ts';
import { expect, test } from '../support/test.ts';

test('a right answer is marked, says why, and counts', async ({ page }) => {
  await page.goto('/traits/');
  const quiz = page.locator('[data-quiz]');
  const question = quiz.locator('[data-right]').first();
  const right = await question.getAttribute('data-right');
  await question.locator(`input[value="${right}"]`).check();
  await question.getByRole('button').press('Enter');
  await expect(question.locator('output')).toHaveText(t('mark.right'));
  await expect(quiz.locator('details').first()).toHaveAttribute('open', '');
  await expect(quiz.locator('.score output')).toHaveText(t('mark.score', { right: 1, given: 1, all: 6 }));
});

test('a wrong answer can be tried again, but only the first try counts', async ({ page }) => {
  await page.goto('/traits/');
  const quiz = page.locator('[data-quiz]');
  const question = quiz.locator('[data-right]').first();
  const right = await question.getAttribute('data-right');
  const button = question.getByRole('button');
  await button.click();
  await expect(question.locator('output')).toHaveText(t('mark.none'));
  await question.locator(`input:not([value="${right}"])`).first().check();
  await button.click();
  await expect(question.locator('output')).toContainText(t('mark.wrong'));
  await question.locator(`input[value="${right}"]`).check();
  await expect(question.locator('output')).toBeEmpty();
  await button.click();
  await expect(question.locator('output')).toHaveText(t('mark.right'));
  await expect(quiz.locator('.score output')).toHaveText(t('mark.score', { right: 0, given: 1, all: 6 }));
  await quiz.getByRole('button', { name: t('quiz.again') }).click();
  await expect(quiz.locator('input:checked')).toHaveCount(0);
  await expect(quiz.locator('.score')).toBeHidden();
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('a page of questions has no faults that axe finds, in light and dark', { tag: '@long' }, async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/teach/quiz/hybrids/');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
});

test('on paper the answers stand behind the last question', async ({ page }) => {
  await page.goto('/teach/quiz/systems/');
  await page.emulateMedia({ media: 'print' });
  const lastQuestion = await page.locator('[data-quiz] [data-right]').last().boundingBox();
  const firstAnswer = await page.locator('[data-quiz] details').first().boundingBox();
  expect(firstAnswer!.y).toBeGreaterThan(lastQuestion!.y);
  await expect(page.locator('[data-quiz] input').first()).toBeHidden();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('each answer folds out, and nothing is there that would do nothing', async ({ page }) => {
    await page.goto('/paths/ground-up/');
    const quiz = page.locator('[data-quiz]');
    await expect(quiz.getByRole('button')).toHaveCount(0);
    await quiz.locator('summary').first().click();
    await expect(quiz.locator('details').first().getByRole('link').first()).toBeVisible();
  });
});
