import puppeteer, { type KeyInput, type Page } from 'puppeteer-core';
import { launchArguments } from '#shared/browser.ts';
import { EngineStartError, type Engine } from './engine.ts';

/** Chromium by its own protocol, Firefox by WebDriver BiDi: one client for both. */
export async function startPuppeteer(
  name: 'chromium' | 'firefox',
  program: string,
  site: string,
  forcedColours = false,
): Promise<Engine> {
  const browser = await puppeteer
    .launch({
      browser: name === 'chromium' ? 'chrome' : 'firefox',
      executablePath: program,
      headless: true,
      args: name === 'chromium' ? launchArguments : [],
      // Firefox has forced colours as a setting of the browser: 2 is "always", for all pages.
      extraPrefsFirefox: forcedColours ? { 'browser.display.document_color_use': 2 } : {},
      timeout: 60_000,
    })
    .catch((error: unknown) => {
      throw new EngineStartError(name, program, error);
    });
  const page = await browser.newPage();
  if (forcedColours && name === 'chromium') {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  }
  return { ...controls(page, site), name, close: () => browser.close() };
}

function controls(page: Page, site: string): Omit<Engine, 'name' | 'close'> {
  return {
    open: async (address) => {
      // A change of the fragment alone would load nothing.
      await page.goto('about:blank');
      await page.goto(site + address, { waitUntil: 'load' });
    },
    resize: async (width, height) => {
      await page.setViewport({ width, height });
      return page.evaluate(() => innerWidth);
    },
    run: (what, ...args) => page.evaluate(what as (...all: unknown[]) => never, ...args),
    press: async (keys) => {
      const names = keys.split('+') as KeyInput[];
      for (const key of names) await page.keyboard.down(key);
      for (const key of names.toReversed()) await page.keyboard.up(key);
    },
    type: (text) => page.keyboard.type(text),
    hover: (selector) => page.hover(selector),
    click: (selector) => page.click(selector),
    pdf: () => page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: false }),
    picture: () => page.screenshot(),
  };
}
