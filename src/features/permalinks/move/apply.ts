import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Changes } from './plan.ts';

/** Where the state before a move is kept while the move is under way. */
export const journalFile = '.page-move.json';

/** Writes changes, or none of them: the state before is kept until {@link keep}, and {@link restore} goes back to it. */
export function apply(root: string, changes: Changes): void {
  const at = (file: string) => path.join(root, file);
  const before = [...changes.keys()].map((file) => [
    file,
    existsSync(at(file)) ? readFileSync(at(file), 'utf8') : null,
  ]);
  // Renamed into place, so that a journal is there in full or not at all.
  writeFileSync(at(`${journalFile}.new`), JSON.stringify(before));
  renameSync(at(`${journalFile}.new`), at(journalFile));
  for (const [file, text] of changes) put(root, file, text);
}

/** Ends a move that is done. */
export const keep = (root: string): void => rmSync(path.join(root, journalFile), { force: true });

/** Goes back to the state before a move that was refused or interrupted. Tells whether there was one. */
export function restore(root: string): boolean {
  rmSync(path.join(root, `${journalFile}.new`), { force: true });
  const journal = path.join(root, journalFile);
  if (!existsSync(journal)) return false;
  for (const [file, text] of JSON.parse(readFileSync(journal, 'utf8')) as [string, string | null][])
    put(root, file, text);
  keep(root);
  return true;
}

function put(root: string, file: string, text: string | null): void {
  const full = path.join(root, file);
  if (text !== null) {
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
    return;
  }
  rmSync(full, { force: true });
  try {
    // Git does not keep empty folders, and Astro would make a page's address depend on one.
    rmdirSync(path.dirname(full));
  } catch {
    // Other pages lie there.
  }
}
