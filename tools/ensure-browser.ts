import { spawnSync } from 'node:child_process';
import { findBrowser, findShell, shell } from '#shared/browser.ts';
import { aptInstall } from './debian.ts';

/** Ways to install a browser, in the order to try them. */
const installers = [
  // Without network access it fails at once or hangs; two minutes are enough to find out.
  () => spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', timeout: 120_000 }),
  () => aptInstall('chromium'),
];

/**
 * Returns the path of a Chromium or Chrome, installing one if necessary.
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

/** Ensures a browser, and a headless shell where Debian has one. Without the shell, tests run in the browser and take twice the time. */
export function ensureShell(): void {
  const browser = ensureBrowser();
  if (findShell() === browser && !process.env.CHROMIUM_PATH) aptInstall(shell);
}
