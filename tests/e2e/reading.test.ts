import { diagramIds } from '#model/diagram-files.ts';
import { allAddresses, expect, test } from '../support/test.ts';

test('a student searches for cgroups, opens the result, switches the theme and follows the sidebar', async ({
  page,
}) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await page
    .getByRole('dialog')
    .getByRole('combobox')
    .or(page.getByRole('dialog').getByRole('searchbox'))
    .first()
    .fill('cgroups');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /cgroups/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/concepts\/namespaces-and-cgroups\//);

  await page.keyboard.press('Escape');
  await page.locator('.theme-select select').first().selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.locator('nav.sidebar').getByRole('link', { name: 'Hypervisors' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hypervisors' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a diagram has a name and a description in the accessibility tree, and its words are text', async ({ page }) => {
  await page.goto('/concepts/shared-kernel-and-guest-os/');
  const drawing = page.getByRole('img', { name: 'Three containers on one kernel' });
  await expect(drawing).toBeVisible();
  await expect(drawing).toHaveAccessibleDescription(/one host kernel, drawn across the full width/);
  await expect(drawing.getByText('Host kernel, shared by all')).toBeVisible();
});

test('a kernel is yellow in both themes, and an application follows the switch without a reload', async ({ page }) => {
  await page.goto('/start/at-a-glance/');
  const colourOf = (role: string) =>
    page
      .locator(`[data-diagram=stack-containers] [fill*=dg-${role}-fill]`)
      .first()
      .evaluate((box) => getComputedStyle(box).fill);
  const select = page.locator('.theme-select select').first();
  const inTheme = async (theme: string) => {
    await select.selectOption(theme);
    return { kernel: await colourOf('kernel'), app: await colourOf('app') };
  };
  const light = await inTheme('light');
  const dark = await inTheme('dark');
  expect(dark.kernel).toBe(light.kernel);
  expect(dark.app).not.toBe(light.app);
});

test.describe('a term', () => {
  const open = async (page: import('@playwright/test').Page) => {
    await page.goto('/concepts/shared-kernel-and-guest-os/');
    return {
      link: page.getByRole('link', { name: 'kernel', exact: true }).first(),
      tip: page.getByRole('tooltip').first(),
    };
  };

  test('shows its definition by keyboard, and Escape puts it away', async ({ page }) => {
    const { link, tip } = await open(page);
    await link.focus();
    await expect(tip).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(tip).toBeHidden();
    await page.keyboard.press('Tab');
    await link.focus();
    await expect(tip).toBeVisible();
  });

  test('is a real link to its entry', async ({ page }) => {
    const { link } = await open(page);
    await link.click();
    await expect(page).toHaveURL(/\/reference\/glossary\/#kernel$/);
  });

  test.describe('on a touch screen', () => {
    test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

    test('the sign of a source is as high as a finger needs', async ({ page }) => {
      await page.goto('/concepts/containers/');
      const sign = page.locator('main .cite').first();
      await sign.scrollIntoViewIfNeeded();
      const hit = await sign.evaluate((link) => {
        const { left, right, top, bottom } = link.getBoundingClientRect();
        const [x, middle] = [(left + right) / 2, (top + bottom) / 2];
        return [-11, 0, 11].map((off) => document.elementFromPoint(x, middle + off)?.closest('a') === link);
      });
      expect(hit).toEqual([true, true, true]);
    });
    test('the first tap shows the definition and the second follows the link', async ({ page }) => {
      const { link, tip } = await open(page);
      await link.tap();
      await expect(tip).toBeVisible();
      await expect(page).toHaveURL(/shared-kernel/);
      await link.tap();
      await expect(page).toHaveURL(/\/reference\/glossary\/#kernel$/);
    });
  });
});

test('a citation leads to the source list, and a figure shows its conditions', async ({ page }) => {
  await page.goto('/traits/weight-and-startup/');
  await page.locator('a.cite').first().click();
  await expect(page.locator('section.source-list')).toBeInViewport();
  const figure = page.getByRole('link', { name: '76\u00a0%' }).first();
  await figure.hover();
  await expect(page.getByRole('tooltip').filter({ hasText: '57 containerised applications' }).first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a page is complete: words, diagram, navigation, sources', async ({ page }) => {
    await page.goto('/traits/isolation/');
    await expect(page.getByRole('heading', { level: 1, name: 'Isolation' })).toBeVisible();
    await expect(page.locator('main').getByRole('img').first()).toBeVisible();
    await expect(page.locator('section.source-list')).toBeVisible();
    await page.locator('nav.sidebar').getByRole('link', { name: 'Portability' }).click();
    await expect(page).toHaveURL(/\/traits\/portability\/$/);
  });

  for (const [colorScheme, ground] of [
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(23, 24, 28)'],
  ] as const)
    test(`the ${colorScheme} theme of the system is the page's, and no choice stands there that would do nothing`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto('/teach/diagrams/');
      await expect(page.locator('body')).toHaveCSS('background-color', ground);
      await expect(page.locator(`#stack-vms ~ img.for-${colorScheme}`)).toBeVisible();
      const drawings = page.getByRole('img');
      expect(await drawings.count()).toBe(diagramIds('.').length);
      await expect(page.getByRole('combobox')).toHaveCount(0);
    });
});

test('no page scrolls sideways at 320 px', { tag: '@long' }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of allAddresses) {
    await page.goto(address);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, address).toBeLessThanOrEqual(320);
  }
});

test('in a low window, as a large zoom leaves it, both bars scroll away', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 200 });
  await page.goto('/traits/isolation/#known-escapes');
  await expect(page.getByRole('heading', { name: /^Known escapes/ })).toBeInViewport();
  await expect(page.getByRole('banner')).not.toBeInViewport();
  await expect(page.locator('starlight-toc h2')).not.toBeInViewport();
});

test('a page of entries lists them or their groups beside the text, and the glossary its letters', async ({ page }) => {
  const contents = page.locator('starlight-toc nav');
  await page.goto('/reference/symptoms/');
  await contents.getByRole('link', { name: 'Kubernetes nodes' }).click();
  await expect(page.getByRole('heading', { name: 'Kubernetes nodes' })).toBeInViewport();
  await page.goto('/reference/misconceptions/');
  await contents.getByRole('link', { name: 'A container is a lightweight virtual machine' }).click();
  await expect(page.getByRole('heading', { name: 'A container is a lightweight virtual machine' })).toBeInViewport();
  await page.goto('/reference/glossary/');
  await page.locator('nav.letters').getByRole('link', { name: 'M', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: /^M/ }).first()).toBeInViewport();
});

test('a long table of contents keeps the current entry in sight', async ({ page }) => {
  await page.goto('/reference/misconceptions/#m-containers-patch-without-downtime');
  const current = page.locator('starlight-toc nav').locator('[aria-current=true]');
  await expect(current).toHaveText(/without downtime/);
  await expect(current).toBeInViewport();
});

for (const address of [
  '/reference/sources/',
  '/reference/numbers/',
  '/reference/changes/',
  '/reference/questions/',
  '/teach/quiz/concepts/',
  '/teach/quiz/traits/',
])
  test(`no link sign of ${address} stands alone on a line of a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(address);
    const alone = await page.locator('.copy-link').evaluateAll(
      (signs) =>
        signs.filter((sign) => {
          // The sign and the letter before the space that ties it.
          const range = document.createRange();
          const words = document.createTreeWalker(sign.parentElement!, NodeFilter.SHOW_TEXT);
          let last: Node | undefined;
          while (words.nextNode() && sign.compareDocumentPosition(words.currentNode) & Node.DOCUMENT_POSITION_PRECEDING)
            if (words.currentNode.textContent!.trim()) last = words.currentNode;
          const end = last!.textContent!.trimEnd().length;
          range.setStart(last!, end - 1);
          range.setEnd(last!, end);
          const centre = (box: DOMRect) => (box.top + box.bottom) / 2;
          return Math.abs(centre(range.getBoundingClientRect()) - centre(sign.getBoundingClientRect())) > 8;
        }).length,
    );
    expect(alone).toBe(0);
  });

test('an address that does not exist says so and offers ways on', async ({ request }) => {
  const answer = await request.get('/no/such/page/');
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain('There is no page at this address');
});
