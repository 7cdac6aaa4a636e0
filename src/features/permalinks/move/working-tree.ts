import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Changes } from './plan.ts';

/** Output of a git command, and whether it succeeded. */
function git(root: string, ...args: string[]): { ok: boolean; text: string } {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return { ok: status === 0, text: status === 0 ? stdout : (stderr ?? 'git is not installed') };
}

/**
 * Throws unless {@link restore} could undo the changes that follow.
 * @param files files that are about to change, relative to the project root
 * @throws with what is in the way and what to do about it
 */
export function requireClean(root: string, files: readonly string[] = []): void {
  const tracked = git(root, 'ls-files', 'content');
  if (!tracked.ok || tracked.text === '')
    throw new Error(`Git does not know content/, so a move could not be undone. ${tracked.text}`.trim());
  const changed = git(root, 'status', '--porcelain', '--', 'content', ...files.filter((file) => !inContent(file)));
  if (changed.text === '') return;
  throw new Error(
    `There are changes that are not committed:\n${changed.text}Commit them, or drop them with "git checkout -- content && git clean -fd content/docs", so that a move can be undone.`,
  );
}

const inContent = (file: string) => file.startsWith('content/');

/** Writes the changes of a move. */
export function write(root: string, changes: Changes): void {
  for (const [file, text] of changes) {
    const full = path.join(root, file);
    if (text !== null) {
      mkdirSync(path.dirname(full), { recursive: true });
      writeFileSync(full, text);
    } else {
      rmSync(full, { force: true });
      removeIfEmpty(path.dirname(full));
    }
  }
}

/** Removes a folder if it is empty: git does not keep empty folders, but Astro would make the address of a page depend on one. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It contains other pages.
  }
}

/** Restores the last commit, in `content/` and in the given files. */
export function restore(root: string, files: readonly string[] = []): void {
  git(root, 'checkout', '--', 'content', ...files.filter((file) => !inContent(file)));
  git(root, 'clean', '-fdq', 'content/docs');
}
