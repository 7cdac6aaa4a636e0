import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Builder, By, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import type { EnginePaths } from '../../../tools/browsers/engines.ts';
import { EngineStartError, type Engine } from './engine.ts';

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A screen for a browser that has to open a window, where the machine has none. */
async function startScreen(): Promise<{ display: string; server?: ChildProcess }> {
  if (process.env.DISPLAY) return { display: process.env.DISPLAY };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1960x1200x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]!.once('data', (data: Buffer) => resolve(data.toString().trim()));
    server.once('exit', () => reject(new Error('Xvfb ended before it had a screen')));
  });
  return { display: `:${number}`, server };
}

/** Waits for the driver to answer. */
async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return void (await fetch(`http://127.0.0.1:${port}/status`));
    } catch {
      await wait(200);
    }
  }
  throw new Error('the driver did not answer within 20 s');
}

/** Fails when the driver ends before it is told to. */
const ended = (service: ChildProcess) =>
  new Promise<never>((_, reject) => {
    service.once('error', reject);
    service.once('exit', (code) => reject(new Error(`the driver ended at once, with code ${code}`)));
  });

const names: Record<string, string> = {
  Control: Key.CONTROL,
  Shift: Key.SHIFT,
  Alt: Key.ALT,
  Meta: Key.META,
  Escape: Key.ESCAPE,
  Enter: Key.ENTER,
  Tab: Key.TAB,
};

/** WebKitGTK by its own driver. */
export async function startWebKit({ program, browser }: EnginePaths, site: string): Promise<Engine> {
  const children: ChildProcess[] = [];
  const stop = () => children.forEach((child) => child.kill());
  try {
    const { display, server } = await startScreen();
    if (server) children.push(server);
    const port = await freePort();
    const service = spawn(program, [`--port=${port}`], { env: { ...process.env, DISPLAY: display }, stdio: 'ignore' });
    children.push(service);
    await Promise.race([answering(port), ended(service)]);
    const options = { binary: browser, args: ['--automation'] };
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options }))
      .build();
    const close = () => driver.quit().finally(stop);
    return { ...controls(driver, site), name: 'webkit', close, pdf: () => print(driver, display) };
  } catch (error) {
    stop();
    throw new EngineStartError('webkit', program, error);
  }
}

/** The driver has no command for paper; the library itself does. */
async function print(driver: WebDriver, display: string): Promise<Uint8Array> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'paper-')), 'page.pdf');
  const script = new URL('webkit-print.py', import.meta.url).pathname;
  // Not in one go: the site that it prints is served by this very process.
  const url = await driver.getCurrentUrl();
  await promisify(execFile)('/usr/bin/python3', [script, url, file], {
    timeout: 120_000,
    env: { ...process.env, DISPLAY: display },
  }).catch((error: Error) => {
    throw new Error(`WebKit could not print ${url}: ${error.message}`);
  });
  return readFileSync(file);
}

function controls(driver: WebDriver, site: string): Omit<Engine, 'name' | 'close' | 'pdf'> {
  const find = (selector: string) => driver.findElement(By.css(selector));
  return {
    open: async (address) => {
      await driver.get('about:blank');
      await driver.get(site + address);
    },
    resize: async (width, height) => {
      // The window has a frame: what is asked for is the page inside it.
      const inner = () => driver.executeScript<[number, number]>('return [innerWidth, innerHeight]');
      await driver.manage().window().setRect({ width, height });
      await wait(150);
      const rect = await driver.manage().window().getRect();
      const [wide, high] = await inner();
      await driver
        .manage()
        .window()
        .setRect({ width: width + rect.width - wide, height: height + rect.height - high });
      await wait(150);
      return (await inner())[0];
    },
    run: (what, ...args) => driver.executeScript(`return (${what.toString()})(...arguments)`, ...args),
    press: async (keys) => {
      const all = keys.split('+').map((key) => names[key] ?? key);
      let chain = driver.actions();
      for (const key of all) chain = chain.keyDown(key);
      for (const key of all.toReversed()) chain = chain.keyUp(key);
      await chain.perform();
    },
    type: (text) => driver.actions().sendKeys(text).perform(),
    hover: (selector) =>
      driver
        .actions()
        .move({ origin: find(selector) })
        .perform(),
    click: (selector) => find(selector).click(),
    picture: async () => Buffer.from(await driver.takeScreenshot(), 'base64'),
  };
}
