import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Trouble } from '../../src/features/check-course/index.ts';

function writeAll(file: string, chunks: readonly Uint8Array[]): void {
  const handle = openSync(file, 'wx');
  try {
    for (const chunk of chunks) for (let at = 0; at < chunk.length;) at += writeSync(handle, chunk, at);
  } finally {
    closeSync(handle);
  }
}

/**
 * Writes a corrected copy atomically, and never over an existing file.
 * @throws a {@link Trouble} if there is one, or the copy cannot be written
 */
export function writeCopy(target: string, chunks: readonly Uint8Array[]): void {
  if (existsSync(target)) throw new Trouble('exists', { target });
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    writeAll(temporary, chunks);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new Trouble('unreadable', { reason: (error as Error).message });
  }
}
