import '@xterm/xterm/css/xterm.css';
import { LabClient } from '../browser/client.ts';
import { openTerminal, type LabTerminal } from '../browser/terminal.ts';
import type { Lab } from '../form/schema.ts';
import type { Manifest, PartName } from '../machine/files.ts';
import { LabError } from '../machine/reasons.ts';

// A page without design, to try the machine by hand and to measure it: with `?run` it starts by itself and posts its measurements to the server.

/** Configuration from the server. */
interface Setup {
  manifest: Manifest;
  urls: Record<PartName, string>;
  labs: Lab[];
}

/** Measurements in milliseconds. Except for the labs, they are taken up to the prompt and its echo, with one VM. */
interface Measured {
  lastByteToPrompt: number;
  clickToPrompt: number;
  /** Median and maximum time until a typed character is echoed. */
  echo: { median: number; worst: number };
  /** Longest time for which the page could not respond, from the start on. */
  longestGap: number;
  longestTask: number | undefined;
  labs: { id: string; steps: number; faults: unknown[]; milliseconds: number }[];
  violations: string[];
}

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
  violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
);

const setup = (await (await fetch('/setup.json')).json()) as Setup;
const say = (text: string) => void (document.querySelector('#says')!.textContent = text);
const button = document.querySelector('button')!;
const boot = new URLSearchParams(location.search).has('boot');

/** Starts to measure the longest gap between two ticks, which a key press could have met. Returns a function that reads it. */
function watchGaps(): () => number {
  const channel = new MessageChannel();
  let [longest, last] = [0, performance.now()];
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    setTimeout(() => channel.port2.postMessage(0), 2);
  };
  channel.port2.postMessage(0);
  return () => Math.round(longest);
}

/** Starts to measure the longest task that the browser reports, where it does. Returns a function that reads it. */
function watchTasks(): () => number | undefined {
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return () => undefined;
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask' });
  return () => Math.round(longest);
}

/** State while measuring. */
const seen: { lastByte: number; heard?: (text: string) => void } = { lastByte: 0 };

/** Creates a worker, and a terminal that shows the first VM. */
function open(): { client: LabClient; window: LabTerminal } {
  const client = new LabClient(new Worker('/worker.js', { type: 'module' }), {
    output: (vm, text) => {
      if (vm !== 'vm1') return;
      window.terminal.write(text);
      seen.heard?.(text);
    },
    progress: ({ part, loaded, size }) => {
      if (loaded === size) seen.lastByte = performance.now();
      say(`${part} ${loaded} of ${size}`);
    },
    status: (vm, status, message) => say(`${vm} ${status} ${message ?? ''}`),
    failed: (reason, detail) => say(`failed ${reason} ${JSON.stringify(detail)}`),
  });
  const data = (text: string) => client.write('vm1', text);
  const window = openTerminal(document.querySelector('#terminal')!, {}, { data, leave: () => button.focus() });
  Object.assign(globalThis, { client, setup });
  return { client, window };
}

/** Starts the first VM; with `?run`, measures everything. */
async function start(): Promise<void> {
  button.disabled = true;
  const [gaps, tasks] = [watchGaps(), watchTasks()];
  const clicked = performance.now();
  const { client, window } = open();
  await client.open(setup.manifest, setup.urls);
  await client.start('vm1', boot ? 'boot' : 'resume');
  const prompt = performance.now();
  const lastByte = seen.lastByte;
  const { rows, cols } = window.fit();
  await client.resize('vm1', rows, cols);
  say('ready');
  button.dataset.state = 'ready';
  if (!location.search.includes('run')) return;
  const echo = await measureEcho((text, hear) => {
    seen.heard = hear;
    client.write('vm1', text);
  });
  const [lastByteToPrompt, clickToPrompt] = [prompt - lastByte, prompt - clicked].map(Math.round);
  const [longestGap, longestTask] = [gaps(), tasks()];
  // The server now measures the tab's memory, while it holds one VM, and then responds.
  await fetch('/prompt', { method: 'POST' });
  const labs = [];
  for (const lab of setup.labs) labs.push(await runLab(client, lab));
  await tell({
    lastByteToPrompt: lastByteToPrompt!,
    clickToPrompt: clickToPrompt!,
    echo,
    labs,
    longestGap,
    longestTask,
    violations,
  });
  button.dataset.state = 'measured';
}

/** Reports a failure in the page and to the server. */
async function fail(error: unknown): Promise<void> {
  const words = error instanceof LabError ? `${error.reason} ${JSON.stringify(error.detail)}` : String(error);
  say(`failed ${words}`);
  button.dataset.state = 'failed';
  await tell({ failed: words, violations });
}

async function measureEcho(write: (text: string, hear: (text: string) => void) => void): Promise<Measured['echo']> {
  const times: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const sent = performance.now();
    await new Promise<void>((resolve) => write('x', (text) => text.includes('x') && resolve()));
    times.push(performance.now() - sent);
  }
  times.sort((a, b) => a - b);
  write('\u0015', () => {});
  return { median: Math.round(times[10]!), worst: Math.round(times.at(-1)!) };
}

async function runLab(client: LabClient, lab: Lab): Promise<Measured['labs'][number]> {
  const started = performance.now();
  const faults: unknown[] = [];
  await client.startOver();
  for (const step of lab.steps) faults.push(...(await client.step(step)).faults);
  return { id: lab.id, steps: lab.steps.length, faults, milliseconds: Math.round(performance.now() - started) };
}

const tell = (measured: Measured | { failed: string; violations: string[] }) =>
  fetch('/measured', { method: 'POST', body: JSON.stringify(measured) });

const go = () => void start().catch(fail);
button.addEventListener('click', go);
if (location.search.includes('run')) go();
