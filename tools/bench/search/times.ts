import { chromium, type Page } from '@playwright/test';
import { findBrowser, launchArguments } from '#shared/browser.ts';
import { serveFolder } from '../../static-server.ts';
import { percentile } from '../percentile.ts';

/** Times in milliseconds. */
export interface Times {
  /** From the key that opens the dialog to the first result on screen, without throttling. */
  first: number;
  /** From a letter to its results, at a quarter of the processor's speed: median. */
  median: number;
  /** 95th percentile of the same. */
  p95: number;
  /** Number of letters typed. */
  letters: number;
  /** An empty loop of ten million iterations, at a quarter of the processor's speed and in the same run, as a measure of the machine. */
  loop: number;
}

/** How many times slower the reader's machine is assumed to be. */
const throttle = 4;

/**
 * Types the queries letter by letter into the dialog of the built site.
 * @throws if there is no browser
 */
export async function measureTimes(dist: string, queries: readonly string[]): Promise<Times> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: launchArguments, ...(executablePath ? { executablePath } : {}) });
  const { server, url } = await serveFolder(dist, { port: 0 });
  try {
    const page = await browser.newPage();
    await page.goto(`${url}topics/`);
    const first = await firstResult(page, queries[0]!);
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    const letters: number[] = [];
    const loops: number[] = [];
    for (const query of queries) {
      loops.push(await page.evaluate(emptyLoop));
      letters.push(...(await page.evaluate(typeLetters, query)));
    }
    const [median, p95] = [percentile(letters, 50), percentile(letters, 95)];
    return { first, median, p95, letters: letters.length, loop: percentile(loops, 50) };
  } finally {
    await browser.close();
    server.close();
  }
}

async function firstResult(page: Page, query: string): Promise<number> {
  const started = performance.now();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(query);
  await page.locator('[data-search-results] a').first().waitFor();
  return performance.now() - started;
}

/** Runs in the page: times an empty loop of ten million iterations. */
function emptyLoop(): number {
  const started = performance.now();
  let turns = 0;
  while (turns < 10_000_000) turns++;
  return performance.now() - started;
}

/** Runs in the page: types the query into the field letter by letter and waits for the results of each. */
async function typeLetters(query: string): Promise<number[]> {
  const input = document.querySelector<HTMLInputElement>('.search-dialog input')!;
  const status = document.querySelector('.search-dialog [role="status"]')!;
  const times: number[] = [];
  for (let end = 1; end <= query.length; end++) {
    const shown = new Promise<void>((resolve) => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        resolve();
      });
      watch.observe(status, { childList: true, characterData: true, subtree: true });
    });
    input.value = query.slice(0, end);
    const started = performance.now();
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await shown;
    // The results are in the document; reading a size forces the layout that has to precede showing them.
    void status.parentElement!.getBoundingClientRect();
    times.push(performance.now() - started);
  }
  return times;
}
