import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { exportTimes } from '../../../../tools/bench/export-times.ts';

const log = (deck: string) => `08:07:10   ├─ /d/stack-vms.svg/ (+2ms) 
\u001b[34m08:07:13\u001b[39m   ├─ /deck/isolation.pptx/ \u001b[2m(+${deck})\u001b[22m
08:07:13   ├─ /deck/isolation.pdf/ (+1.08s) 
08:07:13   ├─ /deck/isolation-marp.md/ (+51ms) 
08:07:13   ├─ /deck/isolation-reveal.md/ (+20ms) 
08:07:31   ├─ /downloads/handouts/concepts-a4.pdf/ (+1.76s) 
08:07:43   ├─ /downloads/quiz/quiz.csv/ (+2ms) 
08:07:44   ├─ /traits/isolation/index.html (+30ms) `;

const folder = mkdtempSync(path.join(tmpdir(), 'exports-'));
afterAll(() => rmSync(folder, { recursive: true }));
const run = (text: string) => {
  const file = path.join(folder, 'log.txt');
  writeFileSync(file, text);
  return spawnSync(process.execPath, ['tools/bench/exports.ts', file], { encoding: 'utf8' });
};

test('the times of exports are those that the build names, by kind', () => {
  const times = exportTimes(log('1.49s'));
  expect(times.map(({ files }) => files)).toEqual([1, 1, 2, 1, 1, 1]);
  expect(times[0]).toEqual({ kind: 'Decks for PowerPoint', files: 1, all: 1490, longest: 1490 });
  expect(times[2]).toMatchObject({ all: 71, longest: 51 });
});

test('the bench passes a quick build, and fails one whose files take too long together or that names none of a kind', () => {
  expect(run(log('1.49s'))).toMatchObject({ status: 0, stderr: '' });
  expect(run(log('7.5s'))).toMatchObject({ status: 1, stderr: 'All files took 10415 ms, more than 10000\n' });
  expect(run(log('1s').replace('/downloads/quiz/', '/other/')).stderr).toContain(
    'Files of the quiz: the build names no',
  );
});
