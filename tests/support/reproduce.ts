import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { requireFreshBuild } from '#features/permalinks/verify/fresh-build.ts';
import { buildSite } from '../../tools/build-site.ts';
import { linkPackages } from '../../tools/project-copy.ts';

/** Hashes of all files below a folder, by name. */
export function hashFolder(folder: string): Map<string, string> {
  const files = globSync(['**/*', '**/.*'], { cwd: folder }).sort();
  return new Map(
    files
      .filter((file) => statSync(path.join(folder, file)).isFile())
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(path.join(folder, file)))
          .digest('hex'),
      ]),
  );
}

/** Files that two folders do not have alike, a sentence each. */
export function differences(one: ReadonlyMap<string, string>, two: ReadonlyMap<string, string>): string[] {
  const names = [...new Set([...one.keys(), ...two.keys()])].sort();
  return names
    .filter((name) => one.get(name) !== two.get(name))
    .map((name) =>
      !one.has(name)
        ? `${name} is only in the second build`
        : !two.has(name)
          ? `${name} is only in the first build`
          : `${name} differs`,
    );
}

/** Whether a build was made from the last commit and nothing else. */
export function isOfCommit(root: string, dist: string): boolean {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const built = statSync(path.join(dist, '_headers'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  try {
    requireFreshBuild(root, dist);
  } catch {
    return false;
  }
  return git('status', '--porcelain') === '' && built > Number(git('log', '-1', '--format=%ct')) * 1000;
}

/** Settings under which every Node process and thread believes that it is `days` days later. */
export const daysLater = (days: number): Record<string, string> => ({
  SHIFT_CLOCK_DAYS: String(days),
  NODE_OPTIONS: `--require=${JSON.stringify(path.resolve('tests/support/shift-clock.cjs'))}`,
});

/**
 * Builds the last commit in a folder of its own, from a fresh clone.
 * @param folder a folder that does not exist yet; its name has no influence on the build, which is what is to be shown
 * @param env settings that must not matter, such as the time zone
 * @param forget folders of remembered work, from the project's root, which this build has to do anew
 */
export function buildClean(
  folder: string,
  env: Record<string, string>,
  forget: readonly string[] = [],
): Map<string, string> {
  mkdirSync(path.dirname(folder), { recursive: true });
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', '.', folder], { stdio: 'pipe' });
  linkPackages('.', folder);
  for (const name of forget) rmSync(path.join(folder, name), { recursive: true, force: true });
  buildSite({ root: folder, env });
  return hashFolder(path.join(folder, 'dist'));
}
