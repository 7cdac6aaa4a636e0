import { chromium, type Page } from '@playwright/test';
import { findShell, launchArguments } from '#shared/browser.ts';
import { allAddresses, expect, test } from '../support/test.ts';

// Faults that readers of other documentation sites reported, each as a test of its kind.

/** What a browser does that keeps nothing: it refuses the storage, or has no room left in it. */
const storages: Record<string, () => void> = {
  'that is refused': () => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
  },
  'that is full': () => {
    for (const store of [localStorage, sessionStorage])
      for (let size = 2 ** 22; size >= 1; size = Math.floor(size / 2))
        try {
          for (let piece = 0; ; piece += 1) store.setItem(`${size} ${piece}`, 'x'.repeat(size));
        } catch {
          // A smaller piece may still fit.
        }
  },
};
for (const [name, make] of Object.entries(storages))
  test(`with a storage ${name} a theme, a place and a path can be chosen and a search followed, without an error`, async ({
    page,
  }) => {
    await page.addInitScript(make);
    await page.goto('/traits/isolation/');
    const theme = page.getByRole('combobox', { name: 'Select theme' }).first();
    for (const chosen of ['dark', 'light']) {
      await theme.selectOption(chosen);
      await expect(page.locator('html')).toHaveAttribute('data-theme', chosen);
    }
    await page.locator('.places').getByRole('radio').nth(2).check();
    await expect(page.locator('.scenes > *').nth(2)).toBeVisible();
    await page.locator('.next-steps [data-path] a').first().click();
    await expect(page).not.toHaveURL(/traits\/isolation/);
    await page.goto('/search/?q=cgroup');
    await page.locator('.found a').first().click();
    await expect(page.locator('h1')).toBeVisible();
  });

test('without popovers a link sign is a link, and a term shows its definition', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
    Reflect.deleteProperty(HTMLElement.prototype, 'popover');
    // Browsers of that age do not know `:has()` either, and throw where a script asks for it.
    for (const name of ['matches', 'closest', 'querySelector', 'querySelectorAll'] as const) {
      const own = Element.prototype[name] as (selectors: string) => unknown;
      Object.assign(Element.prototype, {
        [name](this: Element, selectors: string) {
          if (selectors.includes(':has(')) throw new DOMException(selectors, 'SyntaxError');
          return own.call(this, selectors);
        },
      });
    }
  });
  await page.goto('/traits/isolation/');
  await page.locator('.tip > a').first().focus();
  await expect(page.getByRole('tooltip').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await page.locator('.tip > a').nth(1).hover();
  await expect(page.getByRole('tooltip').first()).toBeVisible();
  await page.locator('.site-title').hover();
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await page.locator('a.sl-anchor-link[href="#known-escapes"]').click();
  await expect(page).toHaveURL(/#known-escapes$/);
  await expect(page.locator('.copy-menu')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a term shows its definition by hover, beside its word', async ({ page }) => {
    await page.goto('/concepts/shared-kernel-and-guest-os/');
    const word = page.locator('.tip > a').first();
    await word.hover();
    const tip = page.locator('.tip [role=tooltip]').first();
    await expect(tip).toBeVisible();
    const [a, b] = [(await word.boundingBox())!, (await tip.boundingBox())!];
    expect(b.y >= a.y + a.height - 1 || b.y + b.height <= a.y + 1).toBe(true);
  });
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });
  test('a term at the lower edge shows its definition by the first tap and follows by the second', async ({ page }) => {
    await page.goto('/concepts/shared-kernel-and-guest-os/');
    const word = page.locator('.tip > a').first();
    await word.evaluate((link) => scrollBy(0, link.getBoundingClientRect().bottom - innerHeight + 12));
    await word.tap();
    await expect(page.getByRole('tooltip').first()).toBeVisible();
    await word.tap();
    await expect(page).toHaveURL(/\/reference\/glossary\/#/);
  });
});

/** What lies over the element with the focus while a reader goes through a page with the Tab key, forth and back, a line each. */
async function coveredStops(page: Page, address: string, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 740 });
  await page.goto(address);
  const covered: string[] = [];
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let press = 0; press < 45; press++) {
      await page.keyboard.press(key);
      const what = await page.evaluate(() => {
        const element = document.activeElement!;
        const { left, top, width: wide, height } = element.getClientRects()[0] ?? new DOMRect();
        if (wide === 0 || element === document.body) return '';
        const hit = document.elementFromPoint(left + wide / 2, top + height / 2);
        return !hit || element.contains(hit) || hit.contains(element)
          ? ''
          : `${element.outerHTML.slice(0, 80)} by ${hit.outerHTML.slice(0, 60)}`;
      });
      if (what) covered.push(`${address} at ${width} px: ${what}`);
    }
  }
  return covered;
}

test('no focused element is covered by a tooltip or a bar, by Tab and by Shift+Tab', async ({ page }) => {
  for (const width of [360, 1024]) expect(await coveredStops(page, '/traits/isolation/', width)).toEqual([]);
});

test('no focused element is covered on a page of any kind', { tag: '@long' }, async ({ page }) => {
  test.slow();
  const covered: string[] = [];
  for (const address of [
    '/',
    '/systems/',
    '/reference/numbers/',
    '/use-cases/choose/',
    '/labs/whose-kernel/',
    '/teach/quiz/',
  ])
    for (const width of [360, 1280]) covered.push(...(await coveredStops(page, address, width)));
  expect(covered).toEqual([]);
});

test('an element with the focus that is covered is told', async ({ page }) => {
  await page.addInitScript(() =>
    document.addEventListener('DOMContentLoaded', () => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position:fixed;inset:0;z-index:1000';
      document.body.append(cover);
    }),
  );
  expect((await coveredStops(page, '/traits/isolation/', 1024)).length).toBeGreaterThan(10);
});

/** Boxes of a page that scroll and are no stop of the Tab key, or the reverse, a line each. */
const wrongStops = (page: Page) =>
  page
    .locator('.scroller')
    .evaluateAll((boxes) =>
      boxes
        .filter((box) => box.scrollWidth > box.clientWidth !== ((box as HTMLElement).tabIndex === 0))
        .map((box) => `"${box.getAttribute('aria-label')}"`),
    );

test('on every page a box is a stop of the Tab key exactly where it scrolls', { tag: '@long' }, async ({ page }) => {
  test.slow();
  const wrong: string[] = [];
  for (const address of allAddresses) {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      // A box finds out when it is laid out.
      for (let tries = 0; tries < 20 && (await wrongStops(page)).length > 0; tries += 1) await page.waitForTimeout(50);
      for (const box of await wrongStops(page)) wrong.push(`${address} at ${width} px: ${box}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('on every page the last entry of the contents can be the current one', { tag: '@long' }, async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1920, height: 1080 });
  const wrong: string[] = [];
  for (const address of allAddresses) {
    await page.goto(address);
    const last = page.locator('starlight-toc a').last();
    if ((await last.count()) === 0) continue;
    const hash = await last.getAttribute('href');
    await last.click();
    const current = () => page.locator('starlight-toc [aria-current=true]').first().getAttribute('href');
    for (let tries = 0; tries < 40 && (await current()) !== hash; tries += 1) await page.waitForTimeout(50);
    await page.waitForTimeout(100);
    if ((await current()) !== hash) wrong.push(`${address}: ${await current()} and not ${hash}`);
  }
  expect(wrong).toEqual([]);
});

test('only a box that scrolls is a stop of the Tab key, and it becomes one when it must', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/traits/weight-and-startup/');
  const stops = () =>
    page
      .locator('.scroller')
      .evaluateAll((boxes) =>
        boxes.map((box) => [box.scrollWidth > box.clientWidth, (box as HTMLElement).tabIndex === 0] as const),
      );
  for (const [scrolls, stop] of await stops()) expect(stop).toBe(scrolls);
  // No table of the site scrolls in this window, so one is made to.
  await page.addStyleTag({ content: '.scroller > table { min-inline-size: 90rem }' });
  await page.setViewportSize({ width: 1100, height: 800 });
  await expect.poll(async () => (await stops()).every(([scrolls, stop]) => scrolls === stop)).toBe(true);
  expect((await stops()).some(([, stop]) => stop)).toBe(true);
});

test('what a reader drags over is copied as it reads: no button, no definition, no sign', async ({ page }) => {
  await page.goto('/concepts/containers/');
  await page.locator('.tip > a').first().hover();
  await expect(page.getByRole('tooltip').first()).toBeVisible();
  const copied = await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector('.sl-markdown-content')!);
    return String(getSelection());
  });
  const tip = (await page.getByRole('tooltip').first().textContent())!.replace(/^[\s(]+|\)$/g, '');
  expect(copied).not.toContain(tip);
  expect(copied).not.toMatch(/^Copy$/m);
  expect(copied).not.toMatch(/ #\n/);
  expect(copied).toContain('docker run');
});

/** Tables of a page whose rows become more or fewer lines when they are pasted as text, a line each. */
const brokenRows = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.sl-markdown-content tbody')].flatMap((body) => {
      // As a sheet or a mail gets it: a line break inside a cell would begin a new row.
      getSelection()!.selectAllChildren(body);
      const lines = String(getSelection()).trim().split('\n').length;
      // What a filter or a table that is yet to be filled does not show is not copied.
      const rows = [...body.querySelectorAll('tr')].filter((row) => row.getClientRects().length > 0).length;
      return rows === 0 || lines === rows
        ? []
        : [`"${body.closest('table')!.caption?.textContent}": ${rows} rows in ${lines} lines`];
    }),
  );

test('a row stays one row when it is pasted as text, in every table', { tag: '@long' }, async ({ page }) => {
  test.slow();
  const found: string[] = [];
  for (const address of allAddresses) {
    await page.goto(address);
    found.push(...(await brokenRows(page)).map((what) => `${address} ${what}`));
  }
  expect(found).toEqual([]);
});

test('a row that would be pasted as two is told', async ({ page }) => {
  await page.goto('/reference/numbers/');
  expect(await brokenRows(page)).toEqual([]);
  await page
    .locator('tbody td')
    .first()
    .evaluate((cell) => (cell.innerHTML = '<p>One</p><p>Two</p>'));
  expect((await brokenRows(page)).length).toBe(1);
});

test('a citation carries the day of the reader, not of Greenwich', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    timezoneId: 'America/Los_Angeles',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date('2026-11-28T02:00:00Z'));
  await page.goto(`${baseURL}traits/isolation/`);
  await page.locator('a.sl-anchor-link[href="#known-escapes"]').click();
  await page.getByRole('button', { name: 'Copy BibTeX citation' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('urldate = {2026-11-27}');
  await page.locator('a.sl-anchor-link[href="#known-escapes"]').click();
  await page.getByRole('button', { name: 'Copy CSL' }).click();
  const [item] = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(item.accessed['date-parts']).toEqual([[2026, 11, 27]]);
  await context.close();
});

test('a slow search says that it goes on, on its page and in the dialog', async ({ page }) => {
  await page.route(/_search\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.goto('/search/?q=kernel');
  await expect(page.locator('#search-status')).toHaveText('Searching …');
  // Each of its files comes late, one after the other.
  await expect(page.locator('[data-search-results] a').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('#search-status')).not.toHaveText('Searching …');
  await page.goto('/traits/isolation/');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('kernel');
  await expect(dialog.getByText('Searching …')).toBeVisible();
  await expect(dialog.getByRole('option').first()).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByText('Searching …')).toHaveCount(0);
});

test('translators may wrap every word and turn the page round', async ({ page }) => {
  await page.goto('/traits/isolation/');
  const line = () =>
    page
      .locator('.cite')
      .first()
      .evaluate((sign) => sign.getBoundingClientRect().bottom - sign.parentElement!.getBoundingClientRect().bottom);
  const height = () =>
    page
      .locator('.sl-markdown-content p')
      .first()
      .evaluate((text) => text.getBoundingClientRect().height);
  const before = [await line(), await height()];
  await page.evaluate(() => {
    for (const sign of document.querySelectorAll('.cite'))
      sign.innerHTML = `<font dir="auto" style="vertical-align: inherit;"><font style="vertical-align: inherit;">${sign.innerHTML}</font></font>`;
  });
  expect(Math.abs((await line()) - before[0]!)).toBeLessThan(1);
  expect(await height()).toBe(before[1]);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
    document.documentElement.classList.add('translated-rtl');
  });
  await expect(page.locator('main')).toHaveCSS('direction', 'rtl');
});

test.describe('on paper', () => {
  test('an open dialog, menu or tooltip is not printed, and grounds leave the name readable', async ({ page }) => {
    await page.goto('/traits/isolation/');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('dialog')).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await page.keyboard.press('Escape');
    await page.locator('a.sl-anchor-link[href="#known-escapes"]').click();
    await expect(page.locator('.copy-menu')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.copy-menu')).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await page.keyboard.press('Escape');
    await page.locator('.tip > a').first().focus();
    await expect(page.getByRole('tooltip').first()).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.tip [role=tooltip]:visible')).toHaveCount(0);
    await expect(page.locator('.page > .header')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    await expect(page.locator('.site-title span')).toHaveCSS('color', 'rgb(23, 24, 28)');
  });
});

test('a page saved as one file keeps its pictures', async ({ page }) => {
  await page.goto('/teach/diagrams/');
  const policy = (await page.locator('meta[http-equiv=content-security-policy]').getAttribute('content'))!;
  // In a saved copy 'self' is nothing; the site's own address still is what it was.
  const canonical = new URL((await page.locator('link[rel=canonical]').getAttribute('href'))!).origin;
  for (const directive of ['img-src', 'style-src'])
    expect(policy.split('; ').find((one) => one.startsWith(`${directive} `))).toContain(canonical);
});

/** A browser whose reader has set the default size of text. */
async function withTextSize(size: number, look: (page: Page) => Promise<void>): Promise<void> {
  const executablePath = findShell();
  const browser = await chromium.launch({
    args: [...launchArguments, `--blink-settings=defaultFontSize=${size}`],
    ...(executablePath ? { executablePath } : {}),
  });
  const page = await browser.newPage();
  await look(page);
  await browser.close();
}

test(
  'no letter of the bars is cut with up to twice the text, down to 320 px',
  { tag: '@long' },
  async ({ baseURL }) => {
    test.setTimeout(300_000);
    const cut: string[] = [];
    for (const size of [16, 20, 24, 32])
      await withTextSize(size, async (page) => {
        for (const width of [320, 360, 768, 1280]) {
          await page.setViewportSize({ width, height: 740 });
          await page.goto(baseURL!);
          const wrong = await page.evaluate(() => {
            const name = document.querySelector('.site-title span')!;
            const box = name.getBoundingClientRect();
            if (box.width <= 1) return '';
            const bar = document.querySelector('.page > .header')!.getBoundingClientRect();
            const words = document.createRange();
            words.selectNodeContents(name);
            const rect = words.getBoundingClientRect();
            const next = document.querySelector('.search-open')!.getBoundingClientRect();
            if (rect.top < bar.top - 1 || rect.bottom > bar.bottom + 1) return 'the name is higher than its bar';
            return rect.right > next.left + 1 ? 'the name runs into the search' : '';
          });
          if (wrong) cut.push(`${size} px text, ${width} px: ${wrong}`);
        }
      });
    expect(cut).toEqual([]);
  },
);

/** Words that no reader can reach: cut by a box that does not scroll, or outside the window, a line each. */
const wordsCut = (): string[] => {
  const cut = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const parent = text.parentElement!;
    if (!text.data.trim() || !parent.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
      continue;
    // Words for a screen reader alone are one pixel wide on purpose, and drawings have a check of their own.
    if (parent.closest('.sr-only, svg, [popover], .skip, a[href="#_top"]') || parent.getBoundingClientRect().width <= 1)
      continue;
    // Where any sign may be followed by a new line, only white space stands out.
    const { whiteSpace, overflowWrap } = getComputedStyle(parent);
    if (whiteSpace === 'pre-wrap' && overflowWrap === 'anywhere') continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, top, bottom, width } of range.getClientRects()) {
      if (width === 0) continue;
      let box: Element | null = parent;
      for (; box; box = box.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(box);
        if (/auto|scroll/.test(overflowX + overflowY) && box !== document.documentElement) break;
        const edge = box.getBoundingClientRect();
        const across = /hidden|clip/.test(overflowX) && (right > edge.right + 1 || left < edge.left - 1);
        // A line whose box is lower than its letters is no cut.
        const along = /hidden|clip/.test(overflowY) && (bottom > edge.bottom + 6 || top < edge.top - 6);
        if (across || along)
          cut.add(`"${text.data.trim().slice(0, 40)}" by ${box.tagName.toLowerCase()}.${box.className}`);
        if (position === 'fixed') break;
      }
      if (!box && (right > innerWidth + 1 || left < -1)) cut.add(`"${text.data.trim().slice(0, 40)}" by the window`);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) cut.add('the page scrolls sideways');
  return [...cut];
};

test(
  'no word is out of reach with up to twice the text, down to 320 px, on a page of each kind',
  { tag: '@long' },
  async ({ baseURL }) => {
    test.setTimeout(300_000);
    const cut: string[] = [];
    for (const size of [24, 32])
      await withTextSize(size, async (page) => {
        for (const address of [
          '/',
          '/start/at-a-glance/',
          '/concepts/namespaces-and-cgroups/',
          '/traits/',
          '/traits/isolation/',
          '/use-cases/choose/',
          '/systems/',
          '/systems/docker/',
          '/paths/decide/',
          '/labs/',
          '/labs/whose-kernel/',
          '/reference/glossary/',
          '/reference/numbers/',
          '/reference/symptoms/',
          '/claims/',
          '/teach/quiz/concepts/',
          '/teach/check/',
          '/teach/diagrams/',
          '/teach/lesson-45/',
          '/topics/',
          '/search/',
          '/404.html',
        ])
          for (const width of [320, 768, 1280]) {
            await page.setViewportSize({ width, height: 740 });
            await page.goto(new URL(address.slice(1), baseURL).href);
            cut.push(
              ...(await page.evaluate(wordsCut)).map((what) => `${address}, ${size} px text, ${width} px: ${what}`),
            );
          }
      });
    expect(cut).toEqual([]);
  },
);

test('a word that is out of reach is told', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto('/traits/isolation/');
  expect(await page.evaluate(wordsCut)).toEqual([]);
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll<HTMLElement>('.sl-markdown-content p');
    first!.style.cssText = 'white-space: nowrap; overflow: hidden';
    second!.style.cssText = 'white-space: nowrap';
  });
  const found = (await page.evaluate(wordsCut)).join('\n');
  expect(found).toMatch(/by p\./);
  expect(found).toMatch(/by the window/);
});

/** Items of lists whose marker WebKit would draw over what they begin with: a flexible box or a grid, a line each. */
const markersOverBoxes = (): string[] =>
  [...document.querySelectorAll('main li')]
    .filter(
      (item) =>
        !/^(?:none|"")$/.test(getComputedStyle(item).listStyleType) && getComputedStyle(item).display === 'list-item',
    )
    .filter(
      ({ firstChild }) => !firstChild || firstChild.nodeType !== Node.TEXT_NODE || !firstChild.textContent!.trim(),
    )
    .filter(
      ({ firstElementChild }) => firstElementChild && /flex|grid/.test(getComputedStyle(firstElementChild).display),
    )
    .map((item) => item.textContent!.trim().slice(0, 40));

test('no marker of a list stands before a flexible box, on any page', { tag: '@long' }, async ({ page }) => {
  const found: string[] = [];
  for (const address of allAddresses) {
    await page.goto(address);
    found.push(...(await page.evaluate(markersOverBoxes)).map((item) => `${address}: ${item}`));
  }
  expect(found).toEqual([]);
  await page.goto('/teach/quiz/concepts/');
  await page
    .locator('.quiz ol')
    .first()
    .evaluate((list) => (list.style.listStyle = 'lower-alpha'));
  expect((await page.evaluate(markersOverBoxes)).length).toBeGreaterThan(1);
});

test('Tab stays in the open menu of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/traits/isolation/');
  await page.getByRole('button', { name: 'Menu' }).click();
  const outside: string[] = [];
  for (let press = 0; press < 110; press++) {
    await page.keyboard.press('Tab');
    const where = await page.evaluate(() => {
      const element = document.activeElement!;
      return element === document.body || element.closest('.header, .sidebar, .sl-menu-button')
        ? ''
        : element.outerHTML.slice(0, 80);
    });
    if (where) outside.push(where);
  }
  expect(outside).toEqual([]);
});

test('a chosen theme is there before anything is painted, also when no script file comes', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('starlight-theme', 'dark'));
  await page.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/traits/isolation/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(23, 24, 28)');
});

test(
  'no command is cut or has to be scrolled sideways on a phone, and none is broken within an option',
  { tag: '@long' },
  async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 740 });
    for (const address of ['/concepts/containers/', '/reference/symptoms/', '/traits/isolation/']) {
      await page.goto(address);
      const wide = await page
        .locator('main :is(pre, .cmd, pre > code.language-console)')
        .evaluateAll((blocks) => blocks.filter((block) => block.scrollWidth > block.clientWidth + 1).length);
      expect(wide, address).toBe(0);
      const broken = await page
        .locator('main .cmd > span')
        .evaluateAll((words) =>
          words
            .filter((word) => new Set([...word.getClientRects()].map(({ top }) => top)).size > 1)
            .map((word) => word.textContent),
        );
      expect(broken, address).toEqual([]);
    }
  },
);
