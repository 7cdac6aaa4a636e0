import type { Page } from '@playwright/test';
import { allAddresses, expect, test } from '../support/test.ts';

/** Pages that stand in no section, and why. The 404 page is in no list of addresses. */
const placeless: Readonly<Record<string, string>> = {
  '/': 'the home page is where every section begins',
  '/search/': 'what it shows are places',
  '/go/': 'the list of short links is where a mistyped one leads, and belongs to no section',
};
const pages = allAddresses.filter((address) => !(address in placeless));
/** A desk's window in which a page has to show where it stands. */
const desk = { width: 1280, height: 800 };

test(
  'every page shows its entry in the sidebar, its section above the title, and one next step',
  { tag: '@long' },
  async ({ page }) => {
    test.slow();
    await page.setViewportSize(desk);
    for (const address of pages) {
      await page.goto(address);
      const current = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current=page]');
      await expect(current, address).toBeInViewport({ ratio: 1 });
      await expect(page.locator('.kicker a').first(), address).toBeInViewport();
      const next = page.getByRole('navigation', { name: 'What to read next' }).locator('.current').getByRole('link');
      await expect(next.last(), address).toHaveAttribute('href', /^\/[a-z]/);
    }
  },
);

test('every page without a place is there, and has none', async ({ page }) => {
  for (const address of Object.keys(placeless)) {
    expect(allAddresses).toContain(address);
    await page.goto(address);
    await expect(page.locator('.kicker, .next-steps'), address).toHaveCount(0);
  }
});

test('a page that code makes has its place below a page of the sidebar, and leads on', async ({ page }) => {
  await page.setViewportSize(desk);
  await page.goto('/teach/quiz/concepts/');
  const current = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current=page]');
  await expect(current).toHaveAttribute('href', '/teach/quiz/');
  await expect(page.locator('.kicker a')).toHaveText(['Teach', 'Questions for courses']);
  const next = page.locator('.next-steps .current [rel=next]');
  await expect(next).toHaveAttribute('href', '/teach/quiz/traits/');
  await page.goto('/teach/quiz/reference/');
  await expect(next).toHaveAttribute('href', '/teach/linking/');
});

test(
  'the next step stands right behind the argument, before exceptions and sources',
  { tag: '@long' },
  async ({ page }) => {
    await page.setViewportSize(desk);
    for (const address of pages.filter((one) => /^\/(?:concepts|traits)\/./.test(one))) {
      await page.goto(address);
      const gap = await page.evaluate(() => {
        const next = document.querySelector('.next-steps')!;
        const after = document.querySelector('.service, .backlinks, .source-list')!;
        const follows = next.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING;
        return follows
          ? next.getBoundingClientRect().top - next.previousElementSibling!.getBoundingClientRect().bottom
          : -1;
      });
      expect(gap, address).toBeGreaterThanOrEqual(0);
      expect(gap, address).toBeLessThanOrEqual(400);
    }
  },
);

test('the next step of a path says how many minutes it takes, and what follows a path does not', async ({ page }) => {
  await page.goto('/traits/isolation/');
  await expect(page.locator('.next-step.current .minutes')).toHaveText('7 minutes');
  await page.goto('/use-cases/strong-isolation/');
  const end = page.locator('.next-step').filter({ hasText: 'Security, the last page' });
  await expect(end).toBeVisible();
  await expect(end.locator('.minutes')).toHaveCount(0);
});

test('pages with and without a table of contents have the same left edge', async ({ page }) => {
  for (const width of [1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const edges: number[] = [];
    for (const address of ['/use-cases/', '/use-cases/choose/', '/systems/', '/traits/isolation/']) {
      await page.goto(address);
      edges.push(await page.locator('h1').evaluate((title) => title.getBoundingClientRect().left));
    }
    expect(new Set(edges).size, `${width}: ${edges.join(', ')}`).toBe(1);
  }
});

test('whoever walks a path is led along it, on pages that other paths share', async ({ page }) => {
  await page.goto('/paths/lesson/');
  await page.getByRole('link', { name: 'Isolation', exact: true }).first().click();
  const step = page.getByRole('navigation', { name: 'What to read next' }).locator('.current');
  // The rest comes in a file of its own, which a busy machine loads late.
  await expect(step).toContainText('This is 3 of 5 on the path A 90-minute lesson', { timeout: 30_000 });
  await expect(page.locator('.pagination-links [rel=next]')).toHaveAttribute('href', /\/reference\/misconceptions\/$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a page of several paths shows the first in full and leads to the next page of the others', async ({ page }) => {
    await page.goto('/traits/isolation/');
    const steps = page.getByRole('navigation', { name: 'What to read next' });
    await expect(steps.locator('.current')).toContainText('This is 1 of 5 on the path Security');
    await expect(steps.getByRole('link', { name: 'Misconceptions' })).toBeVisible();
    await expect(page.locator('.pagination-links [rel=next]')).toHaveAttribute('href', '/traits/known-escapes/');
  });

  test('a link to a source opens the folded list', async ({ page }) => {
    await page.goto('/traits/isolation/#ref-12');
    await expect(page.locator('#ref-12')).toBeVisible();
  });

  test('no field stands there that would do nothing', async ({ page }) => {
    await page.goto('/reference/symptoms/');
    await expect(page.locator('.filter')).toBeHidden();
    await expect(page.getByRole('heading', { name: 'FATAL: kernel too old' })).toBeVisible();
  });
});

/** How many tables of the page have to be scrolled sideways. */
const wideTables = (page: Page) =>
  page.locator('.scroller').evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).length);

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });
  test('the menu opens with the current page in sight', async ({ page }) => {
    for (const address of ['/reference/accessibility/', '/teach/linking/', '/concepts/three-eras/']) {
      await page.goto(address);
      await page.getByRole('button', { name: 'Menu' }).click();
      await expect(page.getByRole('navigation', { name: 'Main' }).locator('[aria-current=page]')).toBeInViewport();
    }
  });

  test('the home page has all four doors within two screens', async ({ page }) => {
    await page.goto('/');
    const end = await page.locator('.doors').evaluate((doors) => doors.getBoundingClientRect().bottom);
    expect(end).toBeLessThanOrEqual(2 * 740);
  });

  test('a word in the field of a door is searched for with Enter, without a button', async ({ page }) => {
    await page.goto('/');
    const field = page.locator('.doors input');
    await field.fill('cgroup');
    await field.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=cgroup/);
    await expect(page.locator('.found a').first()).toBeVisible();
  });

  test('a table that would lose columns becomes a card a row, and one that stayed a table would be told', async ({
    page,
  }) => {
    await page.goto('/traits/known-escapes/');
    expect(await wideTables(page)).toBe(0);
    await expect(page.locator('td[data-label="What it was"]').first()).toBeVisible();
    await page
      .locator('table.cards')
      .evaluateAll((tables) => tables.forEach((table) => table.classList.remove('cards')));
    expect(await wideTables(page)).toBeGreaterThan(0);
  });
});

for (const width of [360, 768, 1100])
  test(`no table has to be scrolled sideways at ${width} pixels`, { tag: '@long' }, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 740 });
    const wide: string[] = [];
    for (const address of allAddresses) {
      await page.goto(address);
      if ((await wideTables(page)) > 0) wide.push(address);
    }
    expect(wide).toEqual([]);
  });

test('between a phone and a desk a wide table is a list of cards, and one that stayed a table would be told', async ({
  page,
}) => {
  await page.setViewportSize({ width: 768, height: 800 });
  for (const [address, name] of [
    ['/systems/', 'systems'],
    ['/reference/numbers/', 'numbers'],
  ] as const) {
    await page.goto(address);
    expect(await wideTables(page), address).toBe(0);
    await expect(page.locator(`table.${name} thead`).first()).toBeHidden();
    // As it stood before: a table of fixed columns, wider than its box.
    await page.addStyleTag({ content: `main table.${name} { display: table; min-inline-size: 58rem !important }` });
    expect(await wideTables(page), address).toBeGreaterThan(0);
  }
});

test('both sides of the home page stand on one grid', async ({ page }) => {
  for (const width of [768, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/');
    const rows = await page
      .locator('.hero')
      .evaluate((hero) =>
        ['h1 > span', 'figcaption'].map((part) =>
          [...hero.querySelectorAll(part)].map((one) => one.getBoundingClientRect().top),
        ),
      );
    for (const [left, right] of rows) expect(left, String(width)).toBe(right);
    const feet = await page
      .locator('.stack')
      .evaluateAll((stacks) => stacks.map((one) => one.lastElementChild!.getBoundingClientRect().bottom));
    expect(feet[0]).toBe(feet[1]);
  }
});

test('a filter leaves what holds the words, and says how much', async ({ page }) => {
  await page.goto('/reference/symptoms/');
  const field = page.getByRole('searchbox', { name: 'Show only symptoms with' });
  await field.fill('kernel too old');
  await expect(page.getByRole('heading', { name: 'exec format error' })).toBeHidden({ timeout: 30_000 });
  await expect(page.getByRole('heading', { name: 'FATAL: kernel too old' })).toBeVisible();
  await expect(page.locator('.filter [role=status]')).toHaveText(/^\d+ \/ \d+$/);
  await field.fill('qqq');
  await expect(page.locator('.filter [role=status]')).toHaveText('Nothing holds all these words.');
  await field.fill('');
  await expect(page.getByRole('heading', { name: 'exec format error' })).toBeVisible();
});

test('while a reader filters, entries out of sight are not laid out, and the page keeps its height', async ({
  page,
}) => {
  await page.goto('/reference/symptoms/');
  const last = page.locator('.entry').last();
  const rendered = () =>
    last.evaluate((entry) => entry.firstElementChild!.checkVisibility({ contentVisibilityAuto: true }));
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();
  expect(await rendered()).toBe(true);
  // Two spaces filter nothing out.
  await page.getByRole('searchbox', { name: 'Show only symptoms with' }).pressSequentially('  ');
  await expect.poll(rendered).toBe(false);
  expect(Math.abs((await height()) - before)).toBeLessThanOrEqual(2);
  await last.scrollIntoViewIfNeeded();
  await expect.poll(rendered).toBe(true);
});

test('a filter takes the headings and captions of groups along that it leaves empty', async ({ page }) => {
  await page.goto('/reference/numbers/');
  const field = page.getByRole('searchbox', { name: 'Show only figures with' });
  await field.fill('Firecracker');
  const headings = page.locator('.sl-markdown-content h2:visible');
  await expect(page.getByRole('heading', { name: 'Portability' })).toBeHidden({ timeout: 30_000 });
  const captions = await page.locator('.sl-markdown-content caption:visible').count();
  expect(captions).toBeGreaterThan(0);
  expect(captions).toBeLessThan(7);
  await expect(headings).toHaveCount(captions);
  for (const table of await page.locator('table.numbers:visible').all())
    expect(await table.locator('tbody tr:visible').count()).toBeGreaterThan(0);
  await field.fill('qqq');
  await expect(headings).toHaveCount(0);
  await field.fill('');
  await expect(headings).toHaveCount(7);
});

test('an address that is not there gets a guess, a slip in it before what only shares a word', async ({ page }) => {
  for (const [asked, guess] of [
    ['/traits/isolaton/', 'Isolation'],
    ['/docker/', 'Docker'],
  ] as const) {
    // With the status of a page that is there, since a missing one is a fault in every other test.
    await page.route(`**${asked}`, async (route) =>
      route.fulfill({ response: await route.fetch({ url: new URL('/404.html', route.request().url()).href }) }),
    );
    await page.goto(asked);
    await expect(page.locator('[data-guess] a').first()).toHaveText(guess);
  }
});

test('an empty search says what can be asked, and asks it', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'exec format error' }).click();
  await expect(dialog.getByRole('option').first()).toContainText(/exec format error/i);
});
