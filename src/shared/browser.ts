import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findCommand } from './find-command.ts';

/** Command-line switches for a quiet headless browser that asks the network for nothing of its own. */
export const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** A Chromium without a window, as Debian packages it: it starts a page in less than half the time of a whole browser. */
export const shell = 'chromium-headless-shell';

/**
 * Path of a Chromium or Chrome, or nothing if there is none.
 * Order: `CHROMIUM_PATH`, the one Playwright brings, one on the PATH.
 */
export function findBrowser(): string | undefined {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted && existsSync(wanted)) return wanted;
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  return findCommand(...names);
}

/**
 * What a suite launches that opens hundreds of pages: `CHROMIUM_PATH`, else a headless shell, else whatever `findBrowser` returns. Nothing stands for the
 * shell that Playwright brings beside its own browser, and launches when no path is given.
 */
export function findShell(): string | undefined {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted && existsSync(wanted)) return wanted;
  if (existsSync(chromium.executablePath())) return undefined;
  return findCommand(shell) ?? findBrowser();
}
