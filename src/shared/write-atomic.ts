import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file that is there in full or not at all, also when the process is killed meanwhile.
 * @param file its path; folders that are missing are made
 * @throws what the file system says; nothing of the new file is left then
 */
export function writeWhole(file: string, bytes: Uint8Array): void {
  // The process is named, since two builds may write the same file at once.
  const fresh = `${file}.${process.pid}.new`;
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    writeFileSync(fresh, bytes);
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}
