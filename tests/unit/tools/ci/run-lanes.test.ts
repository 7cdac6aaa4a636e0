import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runLanes, type Part } from '../../../../tools/ci/run-lanes.ts';

let logs = '';
let printed = '';
beforeEach(() => {
  logs = mkdtempSync(path.join(tmpdir(), 'lanes-'));
  printed = '';
});
afterEach(() => rmSync(logs, { recursive: true, force: true }));

/** Runs lanes of shell scripts, each named by its first word. */
const run = (lanes: string[][], signal?: AbortSignal) =>
  runLanes(
    lanes.map((lane) => lane.map((script) => ({ script: /\w+/.exec(script)![0], args: [script] }))),
    {
      logs,
      commandOf: ({ args }: Part) => ['bash', '-c', `: ${args![0]!}`],
      print: (text) => (printed += text),
      ...(signal ? { signal } : {}),
    },
  );

/** Whether a process is there and no zombie. */
const lives = (pid: string) => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid.trim()}/status`, 'utf8'));
  } catch {
    return false;
  }
};

test('lanes run beside each other, parts of a lane one after the other, and what each printed stands in one piece', async () => {
  // Each of the first two waits for the other.
  await run([
    [`one; touch ${logs}/a; until [ -e ${logs}/b ]; do sleep 0.02; done; echo 1; sleep 0.1; echo 2`, 'three; echo 5'],
    [`two; until [ -e ${logs}/a ]; do sleep 0.02; done; echo 3; touch ${logs}/b; sleep 0.1; echo 4 >&2`],
  ]);
  expect(printed).toMatch(/^== one .*: ok, [\d.]+ s\n1\n2\n$/m);
  expect(printed).toMatch(/^== two .*: ok, [\d.]+ s\n3\n4\n$/m);
  expect(printed.indexOf('three; echo 5 starts')).toBeGreaterThan(printed.indexOf('== one'));
});

test('the first failure stops the other parts with all that they started, and no part begins after it', async () => {
  const children = `${logs}/children`;
  const failing = run([
    [`wrong; until [ -e ${children} ]; do sleep 0.02; done; echo why; exit 7`, 'never; true'],
    [`long; sleep 60 & echo $! > ${children}.part; mv ${children}.part ${children}; wait`, 'after; true'],
  ]);
  await expect(failing).rejects.toThrow(/^wrong .* failed \(exit 7\)/s);
  expect(printed).toMatch(/^== wrong .*: FAILED, exit 7, [\d.]+ s\nwhy$/m);
  expect(printed).not.toMatch(/(?:never|after); true starts/);
  expect(printed).not.toContain('== long');
  await expect.poll(() => lives(readFileSync(children, 'utf8'))).toBe(false);
});

test('a part that is killed, and one that cannot be started, are failures', async () => {
  await expect(run([['killed; kill -KILL $$']])).rejects.toThrow(/failed \(SIGKILL\)/);
  const nowhere = runLanes([[{ script: 'nowhere' }]], { logs, commandOf: () => ['/nowhere'], print: () => {} });
  await expect(nowhere).rejects.toThrow('ENOENT');
});

test('what is stopped from outside ends, and what a part printed until then is in its log', async () => {
  const stop = new AbortController();
  const stopped = run([[`talks; echo so far; touch ${logs}/said; sleep 60`]], stop.signal);
  const told = expect(stopped).rejects.toThrow('Stopped from outside');
  await expect.poll(() => readFileSync(path.join(logs, 'talks.log'), 'utf8')).toBe('so far\n');
  stop.abort();
  await told;
});
