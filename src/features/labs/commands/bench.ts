// npm run bench:labs [-- chromium throttled boot firefox]: what the machine costs its reader, measured in real browsers.
// With --serve it only serves the page, to try it by hand.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { serveTry, type TryServer } from '../bench/serve.ts';

const server = await serveTry(process.argv.includes('--serve') ? 8099 : 0);

/** Memory of a process and all that it has started, in megabytes: shared pages are counted once, by their share. */
function memoryBelow(pid: number): number {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter(
      (name) =>
        existsSync(`/proc/${name}/stat`) &&
        Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]) === pid,
    );
  const pages = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return Number(pages?.[1] ?? 0) / 1024 + children.reduce((sum, child) => sum + memoryBelow(Number(child)), 0);
}

const total = (sent: Map<string, number>) => [...sent.values()].reduce((sum, size) => sum + size, 0);

function print(name: string, measured: unknown, server: TryServer, memory: string): void {
  console.log(`\n== ${name}`);
  for (const [file, size] of server.sent) console.log(`${String(size).padStart(9)}  ${file}`);
  console.log(
    `${String(total(server.sent)).padStart(9)}  together over the wire\nmemory: ${memory}\n${JSON.stringify(measured, null, 1)}`,
  );
  server.sent.clear();
}

async function inChromium(query: string, throttle: number): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.goto(server.url);
  const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  const root = processInfo.find(({ type }) => type === 'browser')!.id;
  const before = memoryBelow(root);
  const measured = server.measured();
  await page.goto(`${server.url}?${query}`);
  await page.waitForSelector('button[data-state=ready], button[data-state=measured], button[data-state=failed]', {
    timeout: 300_000,
  });
  const after = memoryBelow(root);
  print(
    `Chromium ${browser.version()}, ${query}, page at ${throttle}x throttling`,
    await measured,
    server,
    `${Math.round(before)} MB with the page, ${Math.round(after)} MB at the prompt`,
  );
  await browser.close();
}

async function inFirefox(query: string): Promise<void> {
  const profile = mkdtempSync(path.join(tmpdir(), 'labs-firefox-'));
  const measured = server.measured();
  const firefox = spawn(
    '/usr/bin/firefox-esr',
    ['--headless', '--no-remote', '--profile', profile, `${server.url}?${query}`],
    { stdio: 'ignore' },
  );
  const result = await measured;
  print(
    `Firefox, ${query}`,
    result,
    server,
    `${Math.round(memoryBelow(firefox.pid!))} MB at the end, the whole browser`,
  );
  firefox.kill();
  await new Promise((resolve) => firefox.on('exit', resolve));
  rmSync(profile, { recursive: true, force: true });
}

if (process.argv.includes('--serve')) console.log(server.url);
else {
  const wanted = (name: string) => process.argv.length < 3 || process.argv.includes(name);
  console.log(
    `load of this machine: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')} on ${cpus().length} processors`,
  );
  if (wanted('chromium')) await inChromium('run', 1);
  if (wanted('throttled')) await inChromium('run', 4);
  if (wanted('boot')) await inChromium('run&boot', 1);
  if (wanted('firefox') && existsSync('/usr/bin/firefox-esr')) await inFirefox('run');
  server.close();
}
