import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file that is there in full or not at all, also when the process is killed meanwhile.
 * @param file its path; folders that are missing are made
 * @throws what the file system says; nothing of the new file is left then
 */
export function writeAtomic(file: string, content: string | Uint8Array): void {
  // A name of its own, since two processes or threads may write the same file at once.
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
