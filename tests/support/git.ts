import { execFileSync } from 'node:child_process';

/** Runs git in a folder, as somebody, and returns what it prints. */
export const git = (root: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
  });

/** Makes a folder a repository with one commit on `main`. */
export function startHistory(root: string): void {
  git(root, 'init', '-q', '-b', 'main');
  commitAll(root, 'first');
}

/** Commits everything. */
export function commitAll(root: string, message: string): void {
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', message);
}
