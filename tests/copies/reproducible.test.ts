import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { offlineFiles, zipCopy } from '#features/offline/copy.ts';
import { rasterCache } from '#shared/png.ts';
import { buildClean, daysLater, differences, hashFolder, isOfCommit } from '../support/reproduce.ts';

const work = mkdtempSync(path.join(tmpdir(), 'reproducible-'));
// Two folders of packages are many files to remove.
afterAll(() => rmSync(work, { recursive: true, force: true }), 120_000);

test('two clean builds of the last commit are the same, byte by byte, wherever and whenever they run', async () => {
  const one = path.join(work, 'one');
  const two = path.join(work, 'elsewhere/with a longer name');
  // The build under test is one of the two where it is of the last commit; elsewhere both are made.
  const ofCommit = isOfCommit('.', 'dist');
  const first = ofCommit ? hashFolder('dist') : buildClean(one, { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' });
  const env = { TZ: 'Etc/GMT+12', LANG: 'de_DE.UTF-8', LC_ALL: 'C.UTF-8', HOME: work, ...daysLater(400) };
  // One of the two makes every picture itself: two that take the same ones from the cache would show nothing about them.
  const second = buildClean(two, env, [rasterCache]);
  expect([...second.keys()].filter((file) => file.endsWith('.png')).length).toBeGreaterThan(100);
  expect(first.size).toBeGreaterThan(50);
  expect(differences(first, second)).toEqual([]);
  const zips = [];
  for (const dist of [ofCommit ? 'dist' : path.join(one, 'dist'), path.join(two, 'dist')])
    zips.push(zipCopy(await offlineFiles(dist), 'site'));
  expect(Buffer.from(zips[0]!).equals(Buffer.from(zips[1]!))).toBe(true);
}, 600_000);

test('a build that runs days later sees another day, in its threads as well', () => {
  const days = `Math.round(Date.now() / 864e5), Math.round(new Date().getTime() / 864e5), new Date('2020-01-01').getUTCFullYear()`;
  const script = `console.log(${days}); new (require('node:worker_threads').Worker)("console.log(${days.replaceAll("'", '`')})", { eval: true })`;
  const run = (env: Record<string, string>) =>
    execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', env: { ...process.env, ...env } })
      .trim()
      .split(/\s+/)
      .map(Number);
  const today = run({});
  expect(run(daysLater(400))).toEqual(today.map((number) => (number === 2020 ? number : number + 400)));
});

test('a file that differs or is missing is told', () => {
  const one = new Map([
    ['a', '1'],
    ['b', '1'],
  ]);
  const two = new Map([
    ['b', '2'],
    ['c', '1'],
  ]);
  expect(differences(one, two)).toEqual(['a is only in the first build', 'b differs', 'c is only in the second build']);
});
