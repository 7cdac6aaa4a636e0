import { spawnSync } from 'node:child_process';
import { findBrowser, findShell, shell } from '#shared/browser.ts';
import { aptInstall } from './debian.ts';

/** Ways to get a browser onto the machine, tried in this order. */
const installers = [
  // Where the download is out of reach it fails at once or hangs; two minutes are enough to tell.
  () => spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', timeout: 120_000 }),
  () => aptInstall('chromium'),
];

/**
 * Path of a Chromium or Chrome, installed if there was none.
 * @throws with what to do, if none was found and none could be installed
 */
export function ensureBrowser(): string {
  let found = findBrowser();
  for (const install of installers) {
    if (found) return found;
    console.log('No browser for the tests yet; getting one …');
    install();
    found = findBrowser();
  }
  if (found) return found;
  throw new Error(
    'No browser for the tests. Install Chrome or Chromium, or set CHROMIUM_PATH to one, or run "npx playwright install chromium".',
  );
}

/** Makes sure of a browser, and of a headless shell where Debian has one; a machine without the shell tests with the browser, and takes twice the time. */
export function ensureShell(): void {
  const browser = ensureBrowser();
  if (findShell() === browser && !process.env.CHROMIUM_PATH) aptInstall(shell);
}
