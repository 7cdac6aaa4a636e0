import { z } from 'astro/zod';

/** One line of a recorded step: what stood before it, what was typed, what came of it. */
const line = z.strictObject({
  prompt: z.string(),
  line: z.string(),
  output: z.string(),
  /** Exit code; absent if the command went on, was not complete or killed the kernel. */
  exit: z.number().int().optional(),
});

/** A recorded step. */
const recordedStep = z.strictObject({
  id: z.string(),
  /** What ended it, as in the lab's `ends`. */
  ended: z.enum(['prompt', 'continued', 'panic', 'output']),
  /** Hash of what the step ran and promised, so that an edited command or pattern shows. */
  promise: z.string(),
  lines: z.array(line),
});

/** A recording: `content/labs/recordings/<id>.json`. Made by `npm run labs:record`, never by hand. */
export const recordingSchema = z.strictObject({
  lab: z.string(),
  /** Day on which it was made. */
  recorded: z.string(),
  /** Hash of the machine it was made with: `machine` of the manifest. */
  machine: z.string(),
  /** Versions of what ran, for the line under the transcript. */
  versions: z.record(z.string(), z.string()),
  steps: z.array(recordedStep),
  /** Hash of all of the above, so that a recording edited by hand shows. */
  seal: z.string(),
});

/** One recording. */
export type Recording = z.infer<typeof recordingSchema>;
/** One step of a recording. */
export type RecordedStep = Recording['steps'][number];
