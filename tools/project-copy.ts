import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';

/** Cache folders in `node_modules`: each copy has its own. */
const caches = new Set(['.astro', '.vite', '.vite-temp', '.vitest-cache']);

/**
 * Copies the project, without what git ignores, into a new folder.
 * @param packages `linked` if the copy will be built; `shared` is faster, and enough for commands that only read content
 * @param below parent folder; a development server watches nothing below `test-results`, so its copy is elsewhere
 */
export function copyProject(
  root: string,
  packages: 'linked' | 'shared' = 'linked',
  below = path.join(root, 'test-results'),
): string {
  mkdirSync(below, { recursive: true });
  const folder = mkdtempSync(path.join(below, 'copy-'));
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  for (const file of files.split('\0').filter((name) => name !== '' && existsSync(path.join(root, name))))
    cpSync(path.join(root, file), path.join(folder, file));
  if (packages === 'linked') linkPackages(root, folder);
  else symlinkSync(path.resolve(root, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** Hard-links the packages into a copy: Astro builds only what is below its root, and this takes no space and little time. */
export const linkPackages = (root: string, folder: string): void =>
  linkTree(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));

function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) {
      if (!caches.has(entry.name)) linkTree(source, target);
    } else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else link(source, target);
  }
}

function link(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // The file system has no hard links.
    copyFileSync(source, target);
  }
}
