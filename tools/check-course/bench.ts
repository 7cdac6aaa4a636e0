// node tools/check-course/bench.ts [folder of a build]: makes decks of 50 MB, checks them with the command, and prints time and memory.
// Fails if one takes more than 5 s of processor time or 300 MiB. On an idle machine, that is the elapsed time.
import { execFileSync, spawnSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync, type Zippable } from 'fflate';

const bin = fileURLToPath(new URL('bin/check-course.mjs', import.meta.url));
const [base = 'dist'] = process.argv.slice(2);
const limits = { ms: 5000, mib: 300 };
const mebi = 1024 * 1024;
const site = 'https://containers-vs-vms.example';

const noise = (bytes: number) => randomFillSync(new Uint8Array(bytes));
const rels = (slide: number) =>
  strToU8(
    `<Relationships><Relationship Id="rId1" Type="hyperlink" Target="${site}/traits/isolation/#known-escapes" TargetMode="External"/><Relationship Id="rId2" Target="https://example.org/${slide}" TargetMode="External"/></Relationships>`,
  );
/** Text of a slide, with words of its own, so that it compresses no better than real text. */
const slide = (number: number, bytes: number) =>
  strToU8(
    `<p:sld>${Array.from({ length: bytes / 100 }, (_, at) => `<a:p><a:r><a:rPr lang="en" sz="${at}"/><a:t>${Math.sin(number * 7919 + at).toString(36)} ${site}/go/vm/</a:t></a:r></a:p>`).join('')}</p:sld>`,
  );

/** A deck of that many slides, padded with media to the size of the benchmark. */
function deck(slides: number, text: number, media: number): Uint8Array {
  const files: Zippable = { 'ppt/presentation.xml': strToU8('<p:presentation/>') };
  for (let number = 1; number <= slides; number += 1) {
    files[`ppt/slides/slide${number}.xml`] = slide(number, text);
    files[`ppt/slides/_rels/slide${number}.xml.rels`] = rels(number);
  }
  for (let number = 0; number * 2 < media; number += 1)
    files[`ppt/media/image${number}.png`] = [noise(2 * mebi), { level: 0 }];
  return zipSync(files, { level: 6 });
}

const decks: Record<string, () => Uint8Array> = {
  'photos and 200 slides': () => deck(200, 4000, 50),
  'photos and 2,000 slides of much text': () => deck(2000, 20_000, 40),
  'one film': () =>
    zipSync({
      'ppt/presentation.xml': strToU8('<p:presentation/>'),
      'ppt/slides/slide1.xml': slide(1, 4000),
      'ppt/media/film.mp4': [noise(50 * mebi), { level: 0 }],
    }),
};

const folder = mkdtempSync(path.join(tmpdir(), 'check-course-bench-'));
let slow = false;
try {
  console.log(
    `node ${execFileSync(process.execPath, ['--version']).toString().trim()}, limits ${limits.ms} ms and ${limits.mib} MiB`,
  );
  for (const [name, make] of Object.entries(decks)) {
    const file = path.join(folder, 'deck.pptx');
    writeFileSync(file, make());
    const { stderr, status } = spawnSync(process.execPath, [bin, '--base', base, '--stats', '--quiet', file]);
    const [, ms, cpu, mib] = /(\d+) ms, (\d+) ms.*, (\d+) MiB/.exec(stderr.toString()) ?? [];
    console.log(
      `${name}: ${(statSync(file).size / 1e6).toFixed(1)} MB, ${ms} ms, ${cpu} ms on a processor, ${mib} MiB, exit ${status}`,
    );
    slow ||= !(Number(cpu) <= limits.ms && Number(mib) <= limits.mib);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = slow ? 1 : 0;
