// npm run bench:interactions [-- --report-only]: how long a page takes to respond on a four times slower processor; fails above 50 ms.
import { parseArgs } from 'node:util';
import { chromium, devices, type Browser, type Page } from '@playwright/test';
import { launchArguments } from '#shared/browser.ts';
import { ensureBrowser } from '../ensure-browser.ts';
import { serveFolder } from '../static-server.ts';
import { interactionTable, slowInteractions, type Measured } from './interaction-budget.ts';
import { conditions } from './page-load.ts';

/** Something that a reader does on a page, in acts that the page has to respond to. */
interface Interaction {
  name: string;
  address: string;
  /** Does it once more; called {@link acts} times. */
  act(page: Page, turn: number): Promise<void>;
}

/** Number of acts in a visit. */
const acts = 4;

/** Milliseconds to hold a key: if a tool releases it at once, the response to the first event delays the second one. */
const held = 80;

const clickNth = (selector: string) => (page: Page, turn: number) => page.locator(selector).nth(turn).click();
/** Focuses the field, and then types a word letter by letter. */
const type = (word: string) => (page: Page, turn: number) =>
  turn === 0 ? page.locator('.filter input').click() : page.keyboard.press(word[turn - 1]!, { delay: held });

const interactions: readonly Interaction[] = [
  { name: 'Host switch', address: '/traits/isolation/', act: clickNth('.places label') },
  { name: 'Steps', address: '/concepts/shared-kernel-and-guest-os/', act: clickNth('.steps ol label') },
  {
    name: 'Slider',
    address: '/traits/resource-efficiency/',
    act: async (page, turn) => {
      await page.getByRole('slider').focus();
      await page.keyboard.press(turn % 2 === 0 ? 'Home' : 'End', { delay: held });
    },
  },
  { name: 'Filter of terms', address: '/reference/glossary/', act: type('ker') },
  { name: 'Filter of questions', address: '/reference/questions/', act: type('mem') },
  { name: 'Filter of figures', address: '/reference/numbers/', act: type('sta') },
  {
    name: 'Form to choose',
    address: '/use-cases/choose/',
    act: (page, turn) => page.locator('.choice [role=group]').nth(turn).locator('label').first().click(),
  },
  {
    name: 'Questions',
    address: '/teach/quiz/concepts/',
    act: (page, turn) => page.locator('.quiz [role=group]').nth(turn).locator('label').first().click(),
  },
];

/** Runs in the page before it loads: records the duration of each event, from the input to the next frame. */
function observe(): void {
  const durations: number[] = ((window as unknown as { durations: number[] }).durations = []);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      // A pointer that only passes over something needs no response.
      if (/^(?:key(?:down|press|up)|pointer(?:down|up)|click|input|change)$/.test(entry.name))
        durations.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

/** Slowest response of one visit in ms. The browser rounds to 8 ms, and reports nothing below 16. */
async function slowestOf(browser: Browser, url: string, { address, act }: Interaction): Promise<number> {
  const context = await browser.newContext(devices['Moto G4']);
  const page = await context.newPage();
  await page.addInitScript(observe);
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: conditions.slowdown });
  await page.goto(url + address, { waitUntil: 'load' });
  // The page has loaded by then what it loads when idle.
  await page.waitForTimeout(1000);
  for (let turn = 0; turn < acts; turn++) {
    await act(page, turn);
    await page.waitForTimeout(200);
  }
  const durations = await page.evaluate(() => (window as unknown as { durations: number[] }).durations);
  await context.close();
  return Math.max(16, ...durations);
}

const { values } = parseArgs({ options: { 'report-only': { type: 'boolean', default: false } } });
const { server, url: home } = await serveFolder('dist', { port: 0, encoding: 'gzip' });
const url = home.slice(0, -1);
const browser = await chromium.launch({ args: launchArguments, executablePath: ensureBrowser() });
const measured: Measured[] = [];
try {
  for (const interaction of interactions) {
    const slowest: number[] = [];
    // Other work on the machine only adds to the times: the minimum of several visits is the page's own.
    while (
      slowest.length < 3 ||
      (slowest.length < 6 && slowInteractions([{ ...interaction, milliseconds: Math.min(...slowest) }]).length > 0)
    )
      slowest.push(await slowestOf(browser, url, interaction));
    measured.push({ name: interaction.name, address: interaction.address, milliseconds: Math.min(...slowest) });
  }
} finally {
  await browser.close();
  server.close();
}
console.log(interactionTable(measured));
const slow = slowInteractions(measured);
for (const line of slow) console.error(line);
if (slow.length > 0 && !values['report-only']) process.exitCode = 1;
