import { spawnSync } from 'node:child_process';
import { findBrowser } from '#shared/browser.ts';

/** Ways to get a browser onto the machine, tried in this order. */
const installers: { when: () => boolean; command: string[] }[] = [
  { when: () => true, command: ['npx', 'playwright', 'install', 'chromium'] },
  { when: isDebianRoot, command: ['sh', '-c', 'apt-get update -qq && apt-get install -y -qq chromium'] },
];

function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

/**
 * Path of a Chromium or Chrome, installed if there was none.
 * @throws with what to do, if none was found and none could be installed
 */
export function ensureBrowser(): string {
  let found = findBrowser();
  for (const { when, command } of installers) {
    if (found) return found;
    if (!when()) continue;
    console.log(`No browser yet, trying: ${command.join(' ')}`);
    // Where the download is out of reach the first way fails at once or hangs; two minutes are enough to tell.
    spawnSync(command[0]!, command.slice(1), { stdio: 'inherit', timeout: command[0] === 'npx' ? 120_000 : 600_000 });
    found = findBrowser();
  }
  if (found) return found;
  throw new Error(
    'No browser for the tests. Install Chrome or Chromium, or set CHROMIUM_PATH to one, or run "npx playwright install chromium".',
  );
}
