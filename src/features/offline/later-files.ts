import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isShared, type ModuleScript } from '#features/optimise/index.ts';

/**
 * The files that scripts load when their reader asks for more: modules, workers, and what those fetch, found by their names, which have hashes in them.
 * @param folder the build
 * @returns paths from the root of the build
 */
export function laterFiles(modules: readonly ModuleScript[], folder: string): Set<string> {
  const names = globSync('*', { cwd: path.join(folder, '_astro') });
  const found = new Set<string>();
  const follow = (text: string) => {
    for (const name of names)
      if (!found.has(name) && text.includes(name)) {
        found.add(name);
        if (name.endsWith('.js')) follow(readFileSync(path.join(folder, '_astro', name), 'utf8'));
      }
  };
  // Only what a page has for itself: the script that all pages share loads nothing that a disk could not do without.
  for (const script of modules) {
    if (!('src' in script) || isShared(script.src)) continue;
    const file = path.join(folder, '_astro', path.basename(script.src));
    if (existsSync(file)) follow(readFileSync(file, 'utf8'));
  }
  return new Set([...found].map((name) => `_astro/${name}`));
}
