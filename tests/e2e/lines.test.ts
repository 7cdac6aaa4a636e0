import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';

/** A page of each kind, and what its text stands in. */
const kinds: readonly [address: string, blocks: string][] = [
  ['/concepts/containers/', '.sl-markdown-content > p, figcaption'],
  ['/traits/isolation/', '.service > p, .statement > p'],
  ['/traits/known-escapes/', '.sl-markdown-content > p'],
  ['/hybrids/sandboxed-containers/', '.sl-markdown-content > p, figcaption'],
  ['/systems/docker/', '.facts dd, .sl-markdown-content > p'],
  ['/use-cases/microservices/', '.sl-markdown-content > p, .statement > p'],
  ['/use-cases/choose/', '.choice section > p, .choice li > p'],
  ['/reference/questions/', '.entry > p'],
  ['/reference/misconceptions/', '.entry > p'],
  ['/reference/history/', '.timeline > li p'],
  ['/claims/', '.claim > p'],
  ['/paths/security/', '.pages > li > p'],
  ['/labs/whose-kernel/', '.lab p'],
  ['/teach/lesson-15/', '.sl-markdown-content > p, .sl-markdown-content > ul > li'],
  ['/teach/quiz/concepts/', '.quiz .ask, .quiz details p'],
];
/** More characters than these in a line are too many, on the average of a block. */
const most = 80;

/** The blocks of a page with three lines or more, with the characters of a full line on the average. */
const longLines = (page: Page, blocks: string) =>
  page.evaluate(
    ([selector, limit]) =>
      [...document.querySelectorAll<HTMLElement>(selector)].flatMap((block) => {
        const lines = new Map<number, number>();
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        const { lineHeight, paddingTop } = getComputedStyle(block);
        const top = block.getBoundingClientRect().top + parseFloat(paddingTop);
        const range = document.createRange();
        while (walker.nextNode()) {
          const text = walker.currentNode as Text;
          // Raised signs and words that only a hover shows stand in no line.
          if (text.parentElement!.closest('.cite, [role=tooltip], .copy-link')) continue;
          for (const { index, 0: word } of text.data.matchAll(/\S+\s?/g)) {
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            const [box] = range.getClientRects();
            if (!box) continue;
            const line = Math.floor(((box.top + box.bottom) / 2 - top) / parseFloat(lineHeight));
            lines.set(line, (lines.get(line) ?? 0) + word.length);
          }
        }
        // The last line ends where the words do.
        const full = [...lines.values()].slice(0, -1);
        const mean = full.reduce((sum, length) => sum + length, 0) / full.length;
        return full.length >= 2 && mean > limit ? [`${Math.round(mean)}: ${block.innerText.slice(0, 60)}`] : [];
      }),
    [blocks, most] as const,
  );

for (const width of [1280, 1920])
  test(`lines of text have at most ${most} characters at ${width} pixels`, { tag: '@long' }, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    const found: Record<string, string[]> = {};
    for (const [address, blocks] of kinds) {
      await page.goto(address);
      for (const one of blocks.split(', '))
        expect(await page.locator(one).count(), `${address} ${one}`).toBeGreaterThan(0);
      const long = await longLines(page, blocks);
      if (long.length > 0) found[address] = long;
    }
    expect(found).toEqual({});
  });

test('a line as wide as its column would be told', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/use-cases/choose/');
  const blocks = '.choice section > p, .choice li > p';
  expect(await longLines(page, blocks)).toEqual([]);
  await page
    .locator('.choice section > p')
    .evaluateAll((all) => all.forEach((one) => one.style.setProperty('max-inline-size', 'none')));
  expect((await longLines(page, blocks)).length).toBeGreaterThan(0);
});

for (const width of [360, 1280]) {
  test(`a name with a hyphen stands on one line at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ['/reference/questions/', '/traits/known-escapes/', '/systems/hyper-v/']) {
      await page.goto(address);
      const names = page.locator('main bdi');
      expect(await names.count(), address).toBeGreaterThan(5);
      const broken = await names.evaluateAll((all) =>
        all.filter((name) => name.getClientRects().length > 1).map(({ textContent }) => textContent),
      );
      expect(broken, address).toEqual([]);
    }
  });
}
