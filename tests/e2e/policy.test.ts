import { expect, test } from '@playwright/test';
import { addresses } from '../support/test.ts';

test('no page violates its own content security policy', async ({ page }) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => {
    const list: string[] = ((window as unknown as { violations: string[] }).violations = []);
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      list.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
    );
  });
  for (const address of [...addresses, '/search/?q=kernel', '/no-such-page/']) {
    await page.goto(address).catch(() => undefined);
    const violations = await page.evaluate(() => (window as unknown as { violations: string[] }).violations);
    expect(violations, address).toEqual([]);
  }
});

test('the policy names no unsafe script, and refuses one that is slipped in', async ({ page }) => {
  await page.goto('/');
  const policy = (await page.locator('meta[http-equiv=content-security-policy]').getAttribute('content'))!;
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy.split('; ').find((directive) => directive.startsWith('script-src'))).not.toMatch(/unsafe|https?:|\*/);
  const ran = await page
    .evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.slippedIn = true';
      document.body.append(script);
      return 'slippedIn' in window;
    })
    .catch(() => false);
  expect(ran).toBe(false);
});
