import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Scripts of a build that nothing asks for any more, since what pages had of them was joined into other files.
 * @param folder the build
 * @param pages HTML files, below `folder`, whose scripts are as they were
 * @param joined names of the files that the other pages ask for now
 * @returns the files, below `folder`
 */
export function unusedScripts(folder: string, pages: readonly string[], joined: readonly string[]): string[] {
  const scripts = new Map(globSync('_astro/*.js', { cwd: folder }).map((file) => [path.basename(file), file]));
  const asked = [...joined];
  const used = new Set<string>();
  const follow = (file: string) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    // A name that stands in another is followed too often and never too seldom.
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
