import { expect, test } from '@playwright/test';
import { t } from '#model/i18n.ts';
import { ask, button, results } from '../support/search.ts';

test.describe('any text gives results or the empty state', () => {
  const inputs: [string, string][] = [
    ['10,000 characters', 'container '.repeat(1000)],
    ['10,000 characters without a space', 'x'.repeat(10_000)],
    ['control characters', 'ker\u0000nel \u0007\u001b[31m\u202e'],
    ['markup', '<img src=x onerror="document.title=1"><script>document.title=1</script>'],
    ['right-to-left', 'حاوية קרנל kernel'],
    ['emoji', '🐳 📦 👩‍👩‍👧‍👦'],
    ['nothing but spaces', '   \t '],
    ['a regular expression', '(.*)+$ [a-z'],
    ['names of built-in properties', '__proto__ constructor toString hasOwnProperty'],
    ['half a surrogate pair', 'kernel \ud83d'],
    ['quotes, a minus and a site', '"shared kernel" -windows site:example.org'],
    ['mixed scripts', 'Docker容器と仮想マシン'],
    ['only stop words', 'what is it of the'],
    ['only unknown words', 'qqqqzzzz wwwwxxxx'],
    ['one letter', 'k'],
  ];
  for (const [name, text] of inputs) {
    test(name, async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.goto('search/');
      const field = page.getByRole('searchbox');
      await field.fill(text);
      await page.waitForTimeout(500);
      await expect(page.locator('[data-search-broken]')).toHaveCount(0);
      await expect(page.locator('main img[src="x"]')).toHaveCount(0);
      expect(await page.title()).not.toBe('1');
      expect(errors).toEqual([]);
      await field.fill('kernel');
      await expect(results(page).first()).toBeVisible();
    });
  }

  test('markup in the address', async ({ page }) => {
    await page.goto(`search/?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
    await expect(page.getByRole('searchbox')).toHaveValue('"><img src=x onerror=alert(1)>');
    await expect(page.locator('main img[src="x"]')).toHaveCount(0);
  });
});

test.describe('a missing or broken index says so and offers the topics', () => {
  const breakages: [string, RegExp, { status: number; body: string }, query?: string][] = [
    ['no pointer', /current\.json/, { status: 404, body: '' }],
    ['no head', /head\.bin/, { status: 404, body: '' }],
    ['a head that is a page', /head\.bin/, { status: 200, body: '<!doctype html>' }],
    ['no words', /\/w\d+\.bin/, { status: 500, body: '' }],
    ['no words to correct by', /\/l\d+\.bin/, { status: 404, body: '' }, 'kernle'],
    ['no words of other languages', /languages\.bin/, { status: 404, body: '' }, 'conteneur'],
    ['texts cut off', /\/s\d+\.bin/, { status: 200, body: '\u001f' }],
  ];
  for (const [name, file, answer, query = 'kernel'] of breakages) {
    test(name, async ({ page }) => {
      await page.route(file, (route) => route.fulfill(answer));
      await page.goto(`search/?q=${query}`);
      const note = page.locator('[data-search-broken]');
      await expect(note).toContainText(t('search.broken'));
      await expect(note.getByRole('link')).toHaveAttribute('href', /\/topics\/$/);
    });
  }

  test('code that does not load: the button leads to the topics', async ({ page }) => {
    await page.route('**/_astro/all.*', (route) => route.abort());
    await page.goto('reference/glossary/');
    await button(page).click();
    await page.waitForURL(/\/topics\//);
  });

  test('code that does not load: the page says so', async ({ page }) => {
    await page.route('**/_astro/all.*', (route) => route.abort());
    await page.goto('search/?q=kernel');
    await expect(page.getByRole('status')).toContainText(t('searchPage.notLoaded'));
  });

  test('it works again when the index is back', async ({ page }) => {
    await page.route(/_search/, (route) => route.abort());
    await page.goto('search/?q=kernel');
    await expect(page.locator('[data-search-broken]')).toBeVisible();
    await page.unroute(/_search/);
    await page.getByRole('searchbox').fill('kernels');
    await expect(results(page).first()).toBeVisible();
  });
});

test('works under a strict content security policy', async ({ page }) => {
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'";
  await page.route(/\/(search|topics)\/(\?|$)/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  const blocked: string[] = [];
  await page.exposeFunction('tell', (what: string) => blocked.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ sourceFile, violatedDirective, blockedURI }) => {
      const { tell } = window as unknown as { tell: (what: string) => void };
      tell(`${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  await page.goto('search/?q=kernel');
  await expect(results(page).first()).toBeVisible();
  await page.goto('topics/');
  await ask(page, 'kernel');
  // The search brings its own styles, and not as inline ones.
  await expect(page.locator('dialog form')).toHaveCSS('position', 'sticky');
  // Inline scripts and styles of the framework are blocked by so strict a policy; nothing that the search loads is.
  expect(blocked.filter((what) => /\/all\.|[Ss]earch\.astro/.test(what))).toEqual([]);
});
