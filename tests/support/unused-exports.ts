import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Text of every file of code and of every page below `root`, by its path. */
export function readCode(root: string): Map<string, string> {
  const files = globSync(['*.{ts,mjs}', '{src,tools,deploy,tests}/**/*.{ts,astro,mjs}', 'content/docs/**/*.mdx'], {
    cwd: root,
  });
  return new Map(
    files
      .filter((file) => !file.includes('fixtures'))
      .map((file) => [file.split(path.sep).join('/'), readFileSync(path.join(root, file), 'utf8')]),
  );
}

/**
 * Functions, constants and classes that are exported and whose name stands in no other file: dead, or of no concern to others. Types are left out, since
 * who uses a function may want the name of what it takes.
 * @returns file and name of each
 */
export function unusedExports(code: ReadonlyMap<string, string>): string[] {
  const files = new Map<string, number>();
  for (const text of code.values())
    for (const name of new Set(text.match(/\w+/g))) files.set(name, (files.get(name) ?? 0) + 1);
  return [...code].flatMap(([file, text]) =>
    [...text.matchAll(/^export (?:async )?(?:const|function|class) (\w+)/gm)]
      .filter(([, name]) => files.get(name!) === 1)
      .map(([, name]) => `${file}: ${name!}`),
  );
}
