import { z } from 'astro/zod';

/** One line of a recorded step: its prompt, what was typed, and the output. */
const line = z.strictObject({
  prompt: z.string(),
  line: z.string(),
  output: z.string(),
  /** Exit code; absent if the command continued, was incomplete or crashed the kernel. */
  exit: z.number().int().optional(),
});

/** A recorded step. */
const recordedStep = z.strictObject({
  id: z.string(),
  /** What ended it, as in the lab's `ends`. */
  ended: z.enum(['prompt', 'continued', 'panic', 'output']),
  /** Hash of what the step ran and expected, to detect an edited command or pattern. */
  promise: z.string(),
  lines: z.array(line),
});

/** A recording: `content/labs/recordings/<id>.json`. Written by `npm run labs:record`, never by hand. */
export const recordingSchema = z.strictObject({
  /** Id of the lab. */
  lab: z.string(),
  /** Day of the recording, `YYYY-MM-DD`. */
  recorded: z.string(),
  /** Hash of the machine it was made with: `machine` of the manifest. */
  machine: z.string(),
  /** Versions of the software in use, for the line below the transcript. */
  versions: z.record(z.string(), z.string()),
  steps: z.array(recordedStep),
  /** Hash of all fields above, to detect manual edits. */
  seal: z.string(),
});

/** A validated recording. */
export type Recording = z.infer<typeof recordingSchema>;
/** One step of a recording. */
export type RecordedStep = Recording['steps'][number];
