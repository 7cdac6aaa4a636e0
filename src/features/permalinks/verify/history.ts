import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const git = (root: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 });

/** What git says, or nothing where it says no. */
function ask(root: string, ...args: string[]): string | undefined {
  try {
    return git(root, ...args);
  } catch {
    return undefined;
  }
}

/**
 * The commits whose addresses have to be kept: the branch point from `main`, and every release tag.
 * On `main` itself the branch point is the last commit, so its parent is taken as well.
 * None where there is no git history, as in an archive of the sources.
 */
export function pastRefs(root: string): string[] {
  const head = ask(root, 'rev-parse', 'HEAD')?.trim();
  if (head === undefined) return [];
  const main = ['main', 'origin/main'].find((name) => ask(root, 'rev-parse', '--verify', '--quiet', name));
  const fork = main ? ask(root, 'merge-base', main, 'HEAD')?.trim() : undefined;
  const parent = fork === head ? ask(root, 'rev-parse', '--verify', '--quiet', 'HEAD^1')?.trim() : undefined;
  const tags = (ask(root, 'tag', '--list') ?? '').split('\n').filter(Boolean);
  return [...new Set([fork, parent, ...tags])].filter((ref) => ref !== undefined && ref !== '') as string[];
}

/** A file as it was at a commit, or nothing if it was not there. */
export const fileAt = (root: string, ref: string, file: string): string | undefined =>
  ask(root, 'show', `${ref}:${file}`);

/** Calls `use` with a folder that holds the content of a commit; the folder is gone afterwards. */
export function withContentAt<T>(root: string, ref: string, use: (folder: string) => T): T | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'content-'));
  try {
    const archive = path.join(folder, 'content.tar');
    if (ask(root, 'archive', '-o', archive, ref, 'content') === undefined) return undefined;
    execFileSync('tar', ['-xf', archive, '-C', folder]);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
