// npm test: every check in the order in which it tells most for its time. Closes with one line that counts the tests.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './ensure-browser.ts';
import { countPlaywright, countVitest, type Count } from './test-counts.ts';

const reports = 'test-results/reports';
/** The steps: npm script, and for those that run tests the reader of their report. */
const steps: { script: string; count?: (report: string) => Count }[] = [
  { script: 'check' },
  { script: 'lint' },
  { script: 'test:unit', count: countVitest },
  { script: 'build' },
  { script: 'test:build', count: countVitest },
  { script: 'test:hosts', count: countVitest },
  { script: 'test:e2e', count: countPlaywright },
  { script: 'test:engines', count: countPlaywright },
];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
process.env.CHROMIUM_PATH = ensureBrowser();

const total: Count = { passed: 0, failed: 0, flaky: 0, skipped: 0 };
let ok = true;
for (const { script, count } of steps) {
  const report = `${reports}/${script.replace(':', '-')}.json`;
  const started = Date.now();
  console.log(`\n== ${script}`);
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    stdio: 'inherit',
    env: { ...process.env, REPORT: report },
  });
  if (count && existsSync(report)) {
    const { passed, failed, flaky, skipped } = count(readFileSync(report, 'utf8'));
    total.passed += passed;
    total.failed += failed;
    total.flaky += flaky;
    total.skipped += skipped;
  }
  console.log(`== ${script}: ${status === 0 ? 'ok' : 'FAILED'} after ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (status !== 0) {
    ok = false;
    break;
  }
}
// A machine of an author may lack a server; where tests decide, one that was not run is no test.
if (total.skipped > 0) {
  console.log(`\n${total.skipped} not run: this machine lacks what they need, see above.`);
  if (process.env.CI) ok = false;
}
if (!ok && total.failed === 0) total.failed = 1;
if (total.flaky > 0) console.log(`\n${total.flaky} passed only when tried again: see "flaky" above and mend the test.`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = ok && total.passed > 0 ? 0 : 1;
