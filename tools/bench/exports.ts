// node tools/bench/exports.ts [log of a build]: builds the site, if no log is given, and prints how long each kind of export took according to the
// build.
// Fails if all of them together took over 10 s, or a kind has no file. Pictures are cached: delete node_modules/.cache/raster to measure them again.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { exportTimes } from './export-times.ts';

const limit = 10_000;
const [file] = process.argv.slice(2);
const log = file === undefined ? build() : readFileSync(file, 'utf8');

function build(): string {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`The build failed.\n${stderr}`);
  return stdout;
}

const times = exportTimes(log);
for (const { kind, files, all, longest: most } of times)
  console.log(
    `${kind.padEnd(24)}${String(files).padStart(5)} files ${(all / 1000).toFixed(1).padStart(6)} s, longest ${(most / 1000).toFixed(2)} s`,
  );
const together = times.reduce((sum, { all }) => sum + all, 0);
console.log(`Together ${(together / 1000).toFixed(1)} s`);
const faults = [
  ...times.flatMap(({ kind, files }) => (files === 0 ? [`${kind}: the build names no file of this kind`] : [])),
  ...(together > limit ? [`All files took ${together} ms, more than ${limit}`] : []),
];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
