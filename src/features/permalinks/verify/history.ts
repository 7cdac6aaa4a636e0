import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeAtomic } from '#shared/write-atomic.ts';
import { readLinks, redirectsFile, shortLinksFile, type Links } from '../redirects/read.ts';

const git = (root: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 });

/** Output of a git command, or undefined if it fails. */
function ask(root: string, ...args: string[]): string | undefined {
  try {
    return git(root, ...args);
  } catch {
    return undefined;
  }
}

/**
 * Commits whose addresses have to be kept: the branch point from `main`, and every release tag.
 * On `main` itself the branch point is the last commit, so its parent is included as well.
 * Empty without git history, as in an archive of the sources.
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

/** Returns a file as it was at a commit, or undefined if it did not exist. */
export const fileAt = (root: string, ref: string, file: string): string | undefined =>
  ask(root, 'show', `${ref}:${file}`);

/** Reads redirects and short links as they were at a commit. */
export function linksAt(root: string, ref: string): Links {
  const folder = mkdtempSync(path.join(tmpdir(), 'links-'));
  try {
    for (const file of [redirectsFile, shortLinksFile]) {
      const text = fileAt(root, ref, file);
      if (text !== undefined) writeAtomic(path.join(folder, file), text);
    }
    return readLinks(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
