// npm test: the checks that reveal most for their time, in a few minutes. npm run test:thorough: those that visit every page in a browser, build
// copies of
// the project or start servers. Both end with one line that counts the tests. With --built there is no second build of what npm test has just built.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { requireFreshBuild } from '#features/permalinks/verify/fresh-build.ts';
import { ensureReaders } from './browsers/engines.ts';
import { ensureShell } from './ensure-browser.ts';
import { suites, type Step, type Suite } from './suites.ts';
import { noTests, sum, type Count } from './test-counts.ts';

const reports = 'test-results/reports';

/** Runs one step. Its output is shown only if somebody has to read it: after a failure, or with skipped or flaky tests. */
async function runStep({ script, name, count }: Step): Promise<{ ok: boolean; counted: Count }> {
  const report = `${reports}/${script.replace(':', '-')}.json`;
  rmSync(report, { force: true });
  const started = performance.now();
  const printed: Buffer[] = [];
  const status = await new Promise<number | null>((resolve, reject) => {
    const running = spawn('npm', ['run', '--silent', script], {
      env: { ...process.env, REPORT: report },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [running.stdout, running.stderr]) stream.on('data', (piece: Buffer) => printed.push(piece));
    running.on('error', reject);
    running.on('close', resolve);
  });
  const counted = count && existsSync(report) ? count(readFileSync(report, 'utf8')) : noTests;
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`.padStart(8);
  const tests = count ? `, ${counted.passed} passed, ${counted.failed} failed` : '';
  console.log(`${name.padEnd(20)} ${status === 0 ? 'ok    ' : 'FAILED'} ${seconds}${tests}`);
  if (status !== 0 || counted.skipped > 0 || counted.flaky > 0) console.log(Buffer.concat(printed).toString());
  return { ok: status === 0, counted };
}

const { values, positionals } = parseArgs({
  options: { built: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const wanted = positionals[0] ?? 'quick';
if (!(wanted in suites)) {
  console.error(`There is no suite "${wanted}". The suites are: ${Object.keys(suites).join(', ')}.`);
  process.exit(1);
}
// Fails on a build that is missing or older than a source.
if (values.built) requireFreshBuild('.', 'dist');
mkdirSync(reports, { recursive: true });
ensureShell();
ensureReaders();

let total = noTests;
let ok = true;
for (const together of suites[wanted as keyof typeof suites] as Suite) {
  const results = await Promise.all(together.filter(({ script }) => !values.built || script !== 'build').map(runStep));
  for (const { counted } of results) total = sum(total, counted);
  ok = results.every((result) => result.ok);
  if (!ok) break;
}
// An author's machine may not have a server; in CI, a test that was not run counts as failed.
if (total.skipped > 0) {
  console.log(`\n${total.skipped} not run: this machine lacks what they need, see above.`);
  if (process.env.CI) ok = false;
}
if (total.flaky > 0) console.log(`\n${total.flaky} passed only when tried again: see "flaky" above and fix the test.`);
console.log(`\n${total.passed} passed, ${ok ? total.failed : Math.max(1, total.failed)} failed`);
process.exitCode = ok && total.passed > 0 ? 0 : 1;
