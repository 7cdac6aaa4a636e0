import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { labsFolder } from '#model/lab-files.ts';
import { onceRead } from '#model/once-read.ts';
import { readLab } from '../form/load.ts';
import type { Lab, Step } from '../form/schema.ts';
import type { Manifest } from '../machine/files.ts';
import { readRecording } from '../record/recording.ts';
import type { Recording } from '../record/schema.ts';

/** A lab and its recording. */
export interface ShownLab {
  lab: Lab;
  recording: Recording;
}

/**
 * Returns a lab as a page shows it. The content check has validated it by then.
 * @throws if there is no such lab, or no recording of it
 */
export const requireLab = (id: string, root = process.cwd()): ShownLab =>
  onceRead(`lab ${id} ${root}`, () => {
    const file = `${labsFolder}/${id}.yml`;
    const { lab: loaded } = readLab(path.join(root, file), file);
    const recording = readRecording(root, id);
    if (!loaded || typeof recording !== 'object')
      throw new Error(`${file} is not a valid lab, or has no recording. Run "npm run integrity" for details.`);
    return { lab: loaded.lab, recording };
  });

/** What a VM in the page needs of a step: what to run and what to expect. Its text is in the page itself. */
export type StepData = Omit<Step, 'say' | 'saw' | 'docker' | 'predict'>;

/** Fields of a step that contain text for readers. */
const words: readonly string[] = ['say', 'saw', 'predict', 'docker'] satisfies (keyof Extract<Step, { run: string }>)[];

/** Steps of a lab without the fields that the script of a page does not need. */
export const stepData = (lab: Lab): StepData[] =>
  lab.steps.map(
    (step) => Object.fromEntries(Object.entries(step).filter(([field]) => !words.includes(field))) as StepData,
  );

// Relative to the project root: the build moves modules, so a path relative to one would not work.
const packed = (file: string) =>
  brotliCompressSync(readFileSync(path.resolve('node_modules', file)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 6 },
  }).length;
let scripts: { wasm: number; code: number } | undefined;

/** Megabytes to download for a start, compressed where a host compresses. */
export function downloadMegabytes({ files }: Manifest, how: 'resume' | 'boot'): number {
  scripts ??= {
    wasm: packed('v86/build/v86.wasm'),
    code: packed('v86/build/libv86.mjs') + packed('@xterm/xterm/lib/xterm.mjs'),
  };
  const parts = how === 'resume' ? (['state'] as const) : (['kernel', 'initramfs', 'bios', 'vgaBios'] as const);
  const bytes = parts.reduce((sum, part) => sum + files[part].size, scripts.wasm + scripts.code);
  return Math.ceil(bytes / 100_000) / 10;
}
