import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { writeAtomic } from '#shared/write-atomic.ts';

/** The file of what the commands printed, from the project's root. */
export const recordingFile = 'content/commands/recording.json';

/** A command that was run. */
const recordedCommand = z.strictObject({
  /** The command of the page. */
  run: z.string(),
  /** What was run in its place, if something was. */
  instead: z.string().optional(),
  output: z.string(),
  exit: z.number().int(),
});

/** What the blocks printed, in one run of all or in several. Made by `npm run commands:record`, never by hand. */
export const recordingSchema = z.strictObject({
  blocks: z.record(
    z.string(),
    z.strictObject({
      /** Day on which it was recorded. */
      recorded: z.string(),
      /** Versions of what ran: `Debian`, `Docker Engine`, `Podman` and so on, those that the block used. */
      versions: z.record(z.string(), z.string()),
      commands: z.array(recordedCommand),
    }),
  ),
  /** Hash of all of the above, so that a recording that was edited by hand shows. */
  seal: z.string(),
});

/** What the blocks printed. */
export type Recording = z.infer<typeof recordingSchema>;
/** What one block printed. */
export type RecordedBlock = Recording['blocks'][string];

/** The seal of recorded blocks. */
export const sealOf = (blocks: Recording['blocks']) =>
  createHash('sha256').update(JSON.stringify(blocks)).digest('hex').slice(0, 16);

/** Reads the recording: none recorded yet is an empty one, a sentence says why it cannot be read. */
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

/** Writes the recording with its seal, blocks sorted by id, in full or not at all. */
export function writeRecording(root: string, recorded: Recording['blocks']): void {
  const blocks = Object.fromEntries(Object.entries(recorded).sort(([a], [b]) => a.localeCompare(b)));
  writeAtomic(path.join(root, recordingFile), `${JSON.stringify({ blocks, seal: sealOf(blocks) }, null, 2)}\n`);
}
