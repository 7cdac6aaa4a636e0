import { readFileSync } from 'node:fs';
import path from 'node:path';
import { devices, expect, test, type Page } from '@playwright/test';
import { pausesOf, servePausing } from '../support/pausing-server.ts';

/** What moved while the page came in, each with its first words and where it stood before and after. */
async function shifts(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const found: string[] = [];
        type Shift = PerformanceEntry & {
          sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
        };
        new PerformanceObserver((list) => {
          for (const { sources } of list.getEntries() as Shift[])
            for (const { node, previousRect: from, currentRect: to } of sources)
              found.push(`${node?.outerHTML?.slice(0, 60)} from ${from.x}, ${from.y} to ${to.x}, ${to.y}`);
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(found), 50);
      }),
  );
}

for (const [screen, settings] of Object.entries({
  phone: devices['Moto G4'],
  desktop: { viewport: { width: 1280, height: 800 } },
})) {
  test(
    `nothing moves on a ${screen}, wherever the parser of the browser pauses`,
    { tag: '@long' },
    async ({ browser }) => {
      test.setTimeout(360_000);
      const { server, url } = await servePausing();
      const context = await browser.newContext(settings);
      const page = await context.newPage();
      const found: string[] = [];
      // The bars are the same on all pages, so of the home page what is its own in the first screens.
      for (const [address, from, to] of [
        ['/hybrids/sandboxed-containers/', '<body', '<p'],
        ['/', '<main', 'id="runs-on"'],
      ] as const) {
        const html = readFileSync(path.join('dist', address, 'index.html'), 'utf8');
        const pauses = pausesOf(html, from, to);
        expect(pauses.length).toBeGreaterThan(20);
        for (const pause of pauses)
          for (const moved of await shifts(page, `${url}${address}?pause=${pause}`))
            found.push(`${address} paused after ${html.slice(0, pause).slice(-60)}: ${moved}`);
      }
      await context.close();
      server.close();
      expect(found).toEqual([]);
    },
  );
}

test('what moves because the parser paused is told', async ({ page }) => {
  const html =
    '<!doctype html><title>A</title><body><div style="display: flex; align-items: center; height: 99px"><b style="padding: 1px">A<i style="display: block; height: 40px"></i></b></div>';
  const { server, url } = await servePausing(() => html);
  // The first page of a browser is painted late.
  await page.goto(url);
  // A busy machine may not get to paint what is there before the rest comes: then nothing moves, and it is asked again.
  await expect(async () => {
    const moved = await shifts(page, `${url}/a/?pause=${html.indexOf('<i')}`);
    expect(moved).toHaveLength(1);
    expect(moved[0]).toContain('<b');
  }).toPass({ timeout: 30_000 });
  server.close();
});
