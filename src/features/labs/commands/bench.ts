// npm run bench:labs [-- chromium throttled boot firefox]: what the machine costs readers, measured in real browsers.
// With --serve it only serves the page, to try it by hand.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { serveTry, type TryServer } from '../bench/serve.ts';

const server = await serveTry(process.argv.includes('--serve') ? 8099 : 0);

/** Memory of a process that it does not share with others, in megabytes. */
function ownMemory(pid: number): number {
  const pages = /^Pss_Anon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return Math.round(Number(pages?.[1] ?? 0) / 1024);
}

/** Own memory of the largest process below `pid`, in megabytes: the one with the page and its worker. */
function largestBelow(pid: number): number {
  const parent = (child: string) => Number(/\) \w (\d+)/.exec(readFileSync(`/proc/${child}/stat`, 'utf8'))?.[1]);
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/smaps_rollup`));
  const children = all.filter((name) => existsSync(`/proc/${name}/stat`) && parent(name) === pid);
  return Math.max(...children.map((child) => Math.max(ownMemory(Number(child)), largestBelow(Number(child)))), 0);
}

const total = (sent: Map<string, number>) => [...sent.values()].reduce((sum, size) => sum + size, 0);

/** Measurements at the first prompt. */
interface AtPrompt {
  /** Bytes transferred until then. */
  bytes: number;
  /** The tab's own memory with one VM, in megabytes. */
  memory: number;
}

/** Measures below `pid` three seconds after the first prompt, while the page waits with one VM. */
function watchPrompt({ atPrompt, sent }: TryServer, pid: () => number): AtPrompt {
  const seen: AtPrompt = { bytes: 0, memory: 0 };
  atPrompt(async () => {
    seen.bytes = total(sent);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    seen.memory = largestBelow(pid());
  });
  return seen;
}

function print(name: string, measured: unknown, { bytes, memory }: AtPrompt, server: TryServer, after: string): void {
  console.log(`\n== ${name}`);
  for (const [file, size] of server.sent) console.log(`${String(size).padStart(9)}  ${file}`);
  console.log(
    `${String(bytes).padStart(9)}  over the wire to the prompt, ${memory} MB of the tab's own with one VM\n${after}\n${JSON.stringify(measured, null, 1)}`,
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
  const before = largestBelow(root);
  const measured = server.measured();
  server.sent.clear();
  const seen = watchPrompt(server, () => root);
  await page.goto(`${server.url}?${query}`);
  const result = await measured;
  const after = `${largestBelow(root)} MB at the end, with two VMs; ${before} MB without any`;
  print(`Chromium ${browser.version()}, ${query}, page at ${throttle}x throttling`, result, seen, server, after);
  await browser.close();
}

async function inFirefox(query: string): Promise<void> {
  const profile = mkdtempSync(path.join(tmpdir(), 'labs-firefox-'));
  const measured = server.measured();
  const seen = watchPrompt(server, () => firefox.pid!);
  const firefox = spawn(
    '/usr/bin/firefox-esr',
    ['--headless', '--no-remote', '--profile', profile, `${server.url}?${query}`],
    { stdio: 'ignore' },
  );
  const result = await measured;
  print(`Firefox, ${query}`, result, seen, server, `${largestBelow(firefox.pid!)} MB at the end, with two VMs`);
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
