import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findCommand } from './find-command.ts';

/** Command-line switches that keep a headless browser quiet and stop its own network requests. */
export const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Headless Chromium without a UI, as packaged by Debian. Starts a page in less than half the time of a full browser. */
export const shell = 'chromium-headless-shell';

/**
 * Path of a Chromium or Chrome; `undefined` if there is none.
 * Order: `CHROMIUM_PATH`, Playwright's browser, one on the `PATH`.
 */
export function findBrowser(): string | undefined {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted && existsSync(wanted)) return wanted;
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  return findCommand(...names);
}

/**
 * Browser for suites that open hundreds of pages: `CHROMIUM_PATH`, otherwise a headless shell, otherwise the result of `findBrowser`. `undefined`
 * stands for Playwright's own headless shell, which it launches when it gets no path.
 */
export function findShell(): string | undefined {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted && existsSync(wanted)) return wanted;
  if (existsSync(chromium.executablePath())) return undefined;
  return findCommand(shell) ?? findBrowser();
}
