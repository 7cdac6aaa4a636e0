import { readdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { isCourseFile, isFixed, Trouble, type Source } from '../../src/features/check-course/index.ts';

/** A file to check, with its path in the given folder. */
export interface Input {
  file: string;
  /** Its path relative to the given folder, for copies in another folder. */
  below: string;
}

const skipped = new Set(['node_modules', '__pycache__']);

function walk(folder: string, root: string): Input[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.name.startsWith('.') || skipped.has(entry.name)) return [];
      if (entry.isDirectory()) return walk(file, root);
      // Office creates a lock file next to an open document.
      const wanted = entry.isFile() && isCourseFile(entry.name) && !isFixed(entry.name) && !entry.name.startsWith('~$');
      return wanted ? [{ file, below: path.relative(root, file) }] : [];
    });
}

/** The files that a path stands for: itself, or those in a folder that may contain links. */
export function filesOf(input: string): Input[] {
  const stat = statSync(input, { throwIfNoEntry: false });
  return stat?.isDirectory() ? walk(input, input) : [{ file: input, below: path.basename(input) }];
}

/**
 * Opens a file for random access.
 * @throws a {@link Trouble} if it does not exist or cannot be read
 */
export async function openSource(file: string): Promise<{ source: Source; close: () => Promise<void> }> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new Trouble('unreadable', { reason: (error as Error).message });
  });
  const stat = await handle.stat();
  if (!stat.isFile()) {
    await handle.close();
    throw new Trouble('unreadable', { reason: 'not a file' });
  }
  const slice = async (start: number, end: number) => {
    const buffer = new Uint8Array(Math.max(0, Math.min(end, stat.size) - start));
    let at = 0;
    while (at < buffer.length) {
      const { bytesRead } = await handle.read(buffer, at, buffer.length - at, start + at);
      if (bytesRead === 0) return buffer.subarray(0, at);
      at += bytesRead;
    }
    return buffer;
  };
  const stream = async function* () {
    for (let at = 0; at < stat.size; at += 1_048_576) yield await slice(at, at + 1_048_576);
  };
  return { source: { size: stat.size, slice, stream }, close: () => handle.close() };
}
