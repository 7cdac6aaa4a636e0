import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { writeAtomic } from '#shared/write-atomic.ts';

/** Recorded output, relative to the project root. */
export const recordingFile = 'content/commands/recording.json';

/** A command that was run. */
const recordedCommand = z.strictObject({
  /** The command on the page. */
  run: z.string(),
  /** What was run instead, if anything. */
  instead: z.string().optional(),
  /** Output on stdout and stderr, without the final line break. */
  output: z.string(),
  exit: z.number().int(),
});

/** Recorded output of the blocks, from one run or several. Written by `npm run commands:record`, never by hand. */
export const recordingSchema = z.strictObject({
  /** Recorded blocks, by id. */
  blocks: z.record(
    z.string(),
    z.strictObject({
      /** Day of the recording, `YYYY-MM-DD`. */
      recorded: z.string(),
      /** Versions of the software that the block used: `Debian`, `Docker Engine`, `Podman` and so on. */
      versions: z.record(z.string(), z.string()),
      commands: z.array(recordedCommand),
    }),
  ),
  /** Hash of the blocks, to detect manual edits. */
  seal: z.string(),
});

/** Recorded output of the blocks. */
export type Recording = z.infer<typeof recordingSchema>;
/** Recorded output of one block. */
export type RecordedBlock = Recording['blocks'][string];

/** Computes the seal of recorded blocks. */
export const sealOf = (blocks: Recording['blocks']) =>
  createHash('sha256').update(JSON.stringify(blocks)).digest('hex').slice(0, 16);

/** Reads the recording. Returns an empty one if nothing is recorded yet, or a sentence on why it cannot be read. */
export function readRecording(root: string): Recording | string {
  const file = path.join(root, recordingFile);
  if (!existsSync(file)) return { blocks: {}, seal: sealOf({}) };
  try {
    const parsed = recordingSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (!parsed.success) return `${parsed.error.issues[0]!.path.join('.')}: ${parsed.error.issues[0]!.message}`;
    return sealOf(parsed.data.blocks) === parsed.data.seal
      ? parsed.data
      : 'it was changed by hand: the seal does not fit';
  } catch (error) {
    return (error as Error).message;
  }
}

/** Writes the recording atomically, with its seal and blocks sorted by id. */
export function writeRecording(root: string, recorded: Recording['blocks']): void {
  const blocks = Object.fromEntries(Object.entries(recorded).sort(([a], [b]) => a.localeCompare(b)));
  writeAtomic(path.join(root, recordingFile), `${JSON.stringify({ blocks, seal: sealOf(blocks) }, null, 2)}\n`);
}
