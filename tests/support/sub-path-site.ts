import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { requireFreshBuild } from '#features/permalinks/verify/fresh-build.ts';
import { buildSite } from '../../tools/build-site.ts';
import { copyProject } from '../../tools/project-copy.ts';

/** Sub-path for which the copy is built. */
export const base = '/somewhere/deep/';
const folder = 'test-results/sub-path';
const lock = `${folder}.lock`;

/** What became of addresses that the copy never had: one of each kind. */
const redirects = `
- { from: /old/isolation/, to: /traits/isolation/, why: moved, since: '2026-01-01' }
- { from: '/concepts/hypervisors/#old-escapes', to: '/traits/isolation/#known-escapes', why: moved, since: '2026-01-01' }
- { from: /old/laptop/, to: /use-cases/, why: split, since: '2026-01-01', note: 'Split by [use case](/use-cases/).' }
- { from: '/old/laptop/#mac', to: '/traits/isolation/#known-escapes', why: split, since: '2026-01-01', note: 'Now with isolation.' }
- { from: /old/gone/, to: null, why: retired, since: '2026-01-01', note: 'Nobody sells it any more. Read [about systems](/systems/).' }
`;

/** Builds the site for a sub-path, with old addresses, unless it has been since `dist` was; returns its folder. */
export async function subPathSite(): Promise<string> {
  mkdirSync(path.dirname(folder), { recursive: true });
  // Test files that run at the same time need it once.
  while (!take()) await wait(200);
  try {
    if (!isFresh()) build();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  return folder;
}

function take(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    // A run that was killed leaves its lock.
    if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 300_000)
      rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isFresh(): boolean {
  try {
    requireFreshBuild('.', folder);
    const [own, site] = [folder, 'dist'].map(
      (one) => statSync(path.join(one, '_headers'), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    );
    return own! > site!;
  } catch {
    return false;
  }
}

function build(): void {
  const copy = copyProject('.');
  try {
    const file = path.join(copy, 'content/data/redirects.yml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\[\]\n/m, '') + redirects.trimStart());
    buildSite({ root: copy, env: { BASE: base, SITE: 'https://example.org' } });
    rmSync(folder, { recursive: true, force: true });
    renameSync(path.join(copy, 'dist'), folder);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
