import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeAtomic } from '#shared/write-atomic.ts';
import type { Lab, Step } from '../form/schema.ts';
import type { Manifest } from '../machine/files.ts';
import type { StepResult } from '../run/session.ts';
import { recordingSchema, type Recording, type RecordedStep } from './schema.ts';

/** Folder of the recordings, relative to the project root. */
const recordingsFolder = 'content/labs/recordings';

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** Fields of a step that determine what is run and what is expected. Prose and picture may change without a new recording. */
export const promising = [
  'id',
  'on',
  'run',
  'act',
  'exit',
  'ends',
  'expect',
  'not',
  'capture',
  'relations',
  'varies',
] as const;

/** Hash of what a step runs and expects. */
export const promiseOf = (step: Step) => hash(promising.map((name) => (step as Record<string, unknown>)[name] ?? null));

/** Computes the seal of a recording: a hash of everything else in it. */
export const sealOf = ({ lab, recorded, machine, versions, steps }: Omit<Recording, 'seal'>) =>
  hash([lab, recorded, machine, versions, steps]);

/**
 * Creates the recording of a run in which every step met its expectations.
 * @param day day of the recording, `YYYY-MM-DD`
 */
export function recordingOf(lab: Lab, results: StepResult[], manifest: Manifest, day: string): Recording {
  const steps = results.map((result, index): RecordedStep => ({
    id: result.id,
    ended: result.ended,
    promise: promiseOf(lab.steps[index]!),
    lines: result.lines.map(({ prompt, line, output, exit }) => ({
      prompt,
      line,
      output,
      ...(exit === undefined ? {} : { exit }),
    })),
  }));
  const recording = { lab: lab.id, recorded: day, machine: manifest.machine, versions: manifest.versions, steps };
  return { ...recording, seal: sealOf(recording) };
}

/** Path of a lab's recording, relative to the project root. */
export const recordingFile = (id: string, folder = recordingsFolder) => `${folder}/${id}.json`;

/** Reads a recording. Returns undefined if there is none, a sentence if it cannot be read. */
export function readRecording(root: string, id: string, folder = recordingsFolder): Recording | string | undefined {
  const file = path.join(root, recordingFile(id, folder));
  if (!existsSync(file)) return undefined;
  try {
    const parsed = recordingSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success
      ? parsed.data
      : `${parsed.error.issues[0]!.path.join('.')}: ${parsed.error.issues[0]!.message}`;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Writes a recording atomically. */
export function writeRecording(root: string, recording: Recording, folder = recordingsFolder): void {
  writeAtomic(path.join(root, recordingFile(recording.lab, folder)), `${JSON.stringify(recording, null, 2)}\n`);
}
