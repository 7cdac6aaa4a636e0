// npm test: every check in the order in which it tells most for its time. Closes with one line that counts the tests.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './ensure-browser.ts';
import { countPlaywright, countVitest, noTests, sum, type Count } from './test-counts.ts';

const reports = 'test-results/reports';
/** The steps: npm script, what it checks, and for those that run tests the reader of their report. */
const steps: { script: string; name: string; count?: (report: string) => Count }[] = [
  { script: 'check', name: 'types' },
  { script: 'lint', name: 'lint and format' },
  { script: 'test:unit', name: 'functions', count: countVitest },
  { script: 'build', name: 'build' },
  { script: 'test:build', name: 'built site', count: countVitest },
  { script: 'test:hosts', name: 'servers and readers', count: countVitest },
  { script: 'test:e2e', name: 'browser', count: countPlaywright },
];

/** Runs one step. What it prints is shown only where somebody has to read it: it failed, skipped tests, or passed them at a second try. */
function runStep({ script, name, count }: (typeof steps)[number]): { ok: boolean; counted: Count } {
  const report = `${reports}/${script.replace(':', '-')}.json`;
  process.stdout.write(`${name.padEnd(20)} `);
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script], {
    encoding: 'utf8',
    maxBuffer: 256e6,
    env: { ...process.env, REPORT: report },
    shell: process.platform === 'win32',
  });
  const counted = count && existsSync(report) ? count(readFileSync(report, 'utf8')) : noTests;
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`.padStart(8);
  const tests = count ? `, ${counted.passed} passed, ${counted.failed} failed` : '';
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${seconds}${tests}`);
  if (status !== 0 || counted.skipped > 0 || counted.flaky > 0) console.log(`${stdout}${stderr}`);
  return { ok: status === 0, counted };
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
process.env.CHROMIUM_PATH = ensureBrowser();

let total = noTests;
let ok = true;
for (const step of steps) {
  const result = runStep(step);
  total = sum(total, result.counted);
  ok = result.ok;
  if (!ok) break;
}
// A machine of an author may lack a server; where tests decide, one that was not run is no test.
if (total.skipped > 0) {
  console.log(`\n${total.skipped} not run: this machine lacks what they need, see above.`);
  if (process.env.CI) ok = false;
}
if (total.flaky > 0) console.log(`\n${total.flaky} passed only when tried again: see "flaky" above and fix the test.`);
console.log(`\n${total.passed} passed, ${ok ? total.failed : Math.max(1, total.failed)} failed`);
process.exitCode = ok && total.passed > 0 ? 0 : 1;
