import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file atomically: it is complete or absent, even if the process is killed. Creates missing folders.
 * @param file path of the file
 * @throws file system errors; leaves no partial file behind
 */
export function writeAtomic(file: string, content: string | Uint8Array): void {
  // Unique, because two processes or threads may write the same file at once.
  const temporary = `${file}.${randomUUID()}.tmp`;
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
