import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isShared, type ModuleScript } from '#features/optimise/index.ts';

/**
 * Files that scripts load on demand: modules, workers, and what those fetch. They are found by their names, which contain hashes.
 * @param folder folder of the build
 * @returns paths relative to the build
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
  // Only a page's own scripts: nothing that the shared script loads is essential on a disk.
  for (const script of modules) {
    if (!('src' in script) || isShared(script.src)) continue;
    const file = path.join(folder, '_astro', path.basename(script.src));
    if (existsSync(file)) follow(readFileSync(file, 'utf8'));
  }
  return new Set([...found].map((name) => `_astro/${name}`));
}
