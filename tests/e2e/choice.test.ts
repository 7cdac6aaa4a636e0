import { loadChoice, requireChoice } from '#model/choice.ts';
import { hashOf } from '#components/choice/address.ts';
import { expect, test } from '../support/test.ts';

const address = '/use-cases/choose/';
const choice = requireChoice(loadChoice('.'));
const addressed = choice.questions.map(({ id, key, answers }) => ({ id, key, answers: answers.map((one) => one.id) }));
const nameOf = (id: string | undefined) => choice.outcomes.find((outcome) => outcome.id === id)!.name;
const contradiction = '#p=gone&n=nobody';

for (const { id, answers, outcome, second } of choice.examples)
  test(`the link to the answers of ${id} opens the decision`, async ({ page }) => {
    await page.goto(address + hashOf(addressed, answers));
    const result = page.locator('[data-result]');
    await expect(result).toBeInViewport();
    await expect(result.locator('[data-fill=outcome]')).toHaveText(nameOf(outcome));
    await expect(result.locator('[data-fill=second]')).toHaveText(nameOf(second));
    await expect(page.locator('[data-record]')).toContainText(`Chosen, on what: ${nameOf(outcome)}`);
    for (const [question, answer] of Object.entries(answers))
      await expect(page.locator(`input[name="${question}"][value="${answer}"]`)).toBeChecked();
  });

test('answers are given with the keyboard alone, and the proposal is told', async ({ page }) => {
  await page.goto(address);
  await page.locator('input[name=kernel]').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const status = page.getByRole('status').filter({ hasText: 'So far' });
  await expect(status).toContainText(`So far: ${nameOf('vm')}.`);
  await expect(status).toContainText('1 of 10 answered.');
  expect(new URL(page.url()).hash).toBe('#k=own');
  await page.getByRole('link', { name: 'See why' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What your answers lead to' })).toBeInViewport();
  expect(new URL(page.url()).hash).toBe('#k=own');
});

test('answers that contradict each other split the workload and are named', async ({ page }) => {
  await page.goto(address + contradiction);
  const result = page.locator('[data-result]');
  await expect(result.locator('[data-fill=outcome]')).toHaveText('Split the workload');
  await expect(result.locator('[data-fill=conflict] li')).toHaveText([/POWER with AIX/, /^Nobody/]);
  await expect(result.getByText('Why', { exact: true })).toBeHidden();
});

test('an example opens in the form, and its answers can be cleared', async ({ page }) => {
  await page.goto(address);
  await page.getByRole('link', { name: 'Open these answers in the form' }).last().click();
  const result = page.locator('[data-result]');
  await expect(result.locator('[data-fill=outcome]')).toHaveText(nameOf('vm'));
  await page.getByRole('button', { name: 'Clear the answers' }).click();
  await expect(result).toBeHidden();
  expect(new URL(page.url()).hash).toBe('');
});

test('the ids of sections lead where they led, and an unknown answer is named', async ({ page }) => {
  await page.goto(`${address}#trust`);
  await expect(page.getByRole('heading', { name: '4. Who trusts whom?' })).toBeInViewport();
  await expect(page.locator('[data-result]')).toBeHidden();
  await page.goto(`${address}#k=own&x=lost`);
  await expect(page.locator('.unknown')).toHaveText('A part of this address names no answer: x=lost');
  await expect(page.locator('[data-fill=outcome]')).toHaveText(nameOf('vm'));
});

test.describe('the record', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  test('is copied with what the answers say and the link to them', async ({ page }) => {
    await page.goto(`${address}#k=own`);
    await expect(page.locator('[data-record]')).toContainText(nameOf('vm'));
    await page.locator('[data-record]').getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('Decision: where <workload> runs\n');
    expect(copied).toContain(`Chosen, on what: ${nameOf('vm')}\n`);
    expect(copied).toContain('Which kernel does it need? A version, a configuration or a scheduler of its own.');
    expect(copied).toMatch(/The answers as a link: http.*#k=own$/);
  });

  test('prints alone if that is asked for', async ({ page }) => {
    await page.addInitScript(() => void (window.print = () => {}));
    await page.goto(`${address}#k=own`);
    await page.getByRole('button', { name: 'Print the record' }).click();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('[data-record] pre')).toBeVisible();
    await expect(page.locator('#choice')).toBeHidden();
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(page.locator('#choice')).toBeVisible();
  });
});

test('who only reads loads none of the behaviour', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await page.goto(address);
  expect(scripts.filter((url) => url.includes('/form.'))).toEqual([]);
  await page.locator('input[name=cost]').first().check();
  await expect(page.getByRole('status').filter({ hasText: 'So far' })).toBeVisible();
  expect(scripts.filter((url) => url.includes('/form.'))).toHaveLength(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the form can be filled in, says what answers mean, and offers nothing that would not work', async ({
    page,
  }) => {
    await page.goto(address);
    await page.locator('input[value=foreign-code]').check();
    await expect(page.locator('[data-question=trust]')).toContainText(
      'One flaw in a shared kernel would reach every tenant',
    );
    await expect(page.locator('[data-result]')).toBeHidden();
    await expect(page.getByRole('button', { name: /Print|Clear/ })).toHaveCount(0);
    await expect(page.locator('[data-record] pre')).toContainText('Decision: where <workload> runs');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.choice').getByRole('group')).toHaveCount(choice.questions.length);
  });
});
