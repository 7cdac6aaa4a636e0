import { expect, test, type Page } from '@playwright/test';
import { addresses } from '../support/test.ts';

/** A list that grows with each violation of a policy, also on pages that the browser leaves at once. */
async function watchViolations(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction('violated', (what: string) => violations.push(what));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      (window as unknown as { violated: (what: string) => void }).violated(
        `${violatedDirective} ${blockedURI} ${location.href}`,
      ),
    ),
  );
  return violations;
}

test('no page violates its own content security policy', { tag: '@long' }, async ({ page }) => {
  test.setTimeout(120_000);
  const violations = await watchViolations(page);
  // A frame and a page that forwards have scripts, styles and a policy of their own.
  const others = ['/search/?q=kernel', '/embed/stack-vms/', '/no-such-page/'];
  for (const address of [...addresses, ...others]) {
    await page.goto(address);
    expect(
      await page.evaluate(() => document.querySelectorAll('meta[http-equiv=content-security-policy]').length),
    ).toBe(1);
    expect(violations, address).toEqual([]);
  }
  await page.goto('/go/isolation/');
  await expect(page).toHaveURL(/\/traits\/isolation\/$/);
  expect(violations).toEqual([]);
});

test('a page that violates its policy would be told', async ({ page }) => {
  const violations = await watchViolations(page);
  await page.route('**/embed/stack-vms/', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('</body>', '<script>1</script></body>') });
  });
  await page.goto('/embed/stack-vms/');
  await expect
    .poll(() => violations)
    .toEqual([expect.stringMatching(/^script-src-elem inline .*\/embed\/stack-vms\/$/)]);
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
