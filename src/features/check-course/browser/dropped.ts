import { isCourseFile, isFixed } from '../core/forms.ts';

const ask = <T>(start: (done: (value: T) => void, fail: (error: DOMException) => void) => void) =>
  new Promise<T>(start);

async function walk(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await ask<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  // `readEntries` returns up to 100 entries per call, and none at the end.
  for (;;) {
    const some = await ask<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) break;
    found.push(...some.filter(({ name }) => !name.startsWith('.')));
  }
  const files = await Promise.all(found.map(walk));
  return files.flat().filter(({ name }) => isCourseFile(name) && !isFixed(name));
}

/** Returns the dropped files; of dropped folders, only files that may contain links. */
export async function filesOf(entries: readonly (FileSystemEntry | null)[], files: readonly File[]): Promise<File[]> {
  const found = await Promise.all(entries.map((entry, index) => (entry ? walk(entry) : (files[index] ?? []))));
  return found.flat();
}
