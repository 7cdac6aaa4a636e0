import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Site } from '#model/load.ts';
import type { Problem } from '#shared/problem.ts';

/** Reports data that still references a diagram that pages have replaced: decks, handouts and lessons would show something that readers no longer see. */
export function checkReplacedDrawings({ root, pages }: Site): Problem[] {
  const newer = replacedDrawings(pages);
  if (newer.size === 0) return [];
  const old = new RegExp(`(?<![\\w-])(?:${[...newer.keys()].join('|')})(?![\\w-])`, 'g');
  return globSync('content/data/*.yml', { cwd: root }).flatMap((file) =>
    readFileSync(path.join(root, file), 'utf8')
      .split('\n')
      .flatMap((text, index) =>
        [...text.matchAll(old)].map(([id]) => ({
          file,
          line: index + 1,
          problem: `"${id}" is a drawing that "${newer.get(id)!}" replaced`,
          fix: `Show "${newer.get(id)!}" or another drawing that a page shows.`,
        })),
      ),
  );
}

/** The current diagram for each old id, from `replaces="…"`. */
function replacedDrawings(pages: Site['pages']): Map<string, string> {
  const newer = new Map<string, string>();
  for (const { uses } of pages)
    for (const { component, attribute, id, line } of uses) {
      if (attribute !== 'replaces') continue;
      const shown = uses.find((use) => use.line === line && use.component === component && use.attribute === 'id');
      for (const one of id.split(' ')) newer.set(one, shown?.id ?? '');
    }
  return newer;
}
