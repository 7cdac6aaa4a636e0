import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Finds scripts that nothing uses any more after bundling.
 * @param folder output folder of the build
 * @param pages HTML files, relative to `folder`, with unchanged scripts
 * @param joined names of the bundles that the other pages use
 * @returns unused files, relative to `folder`
 */
export function unusedScripts(folder: string, pages: readonly string[], joined: readonly string[]): string[] {
  const scripts = new Map(globSync('_astro/*.js', { cwd: folder }).map((file) => [path.basename(file), file]));
  const asked = [...joined];
  const used = new Set<string>();
  const follow = (file: string) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    // Names are matched as substrings, which may keep too many files but never too few.
    for (const name of scripts.keys()) if (!used.has(name) && text.includes(name)) asked.push(name);
  };
  for (const page of pages) follow(page);
  for (let name = asked.pop(); name !== undefined; name = asked.pop()) {
    const file = scripts.get(name);
    if (!file || used.has(name)) continue;
    used.add(name);
    follow(file);
  }
  return [...scripts].flatMap(([name, file]) => (used.has(name) ? [] : [file]));
}
