import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkContent } from '#features/content-check/rules.ts';
import { loadSite } from '#model/load.ts';
import { formatProblems } from '#shared/problem.ts';

/** One changed file of a content: the whole of a new one, lines for its end, or a text in place of another. */
export type FileChange =
  { file: string; is: string } | { file: string; add: string } | { file: string; from: string; to: string };

const sound = 'tests/fixtures/content/sound';

/** The sound content with some files changed, in a folder of its own. */
export function changedContent(changes: readonly FileChange[]): { root: string; remove(): void } {
  const root = mkdtempSync(path.join(tmpdir(), 'content-'));
  cpSync(sound, root, { recursive: true });
  for (const change of changes) {
    const file = path.join(root, change.file);
    mkdirSync(path.dirname(file), { recursive: true });
    if ('is' in change) writeFileSync(file, change.is);
    else {
      const before = readFileSync(file, 'utf8');
      const after = 'add' in change ? before + change.add : before.replace(change.from, change.to);
      if (after === before) throw new Error(`${change.file} does not hold ${JSON.stringify(change)}`);
      writeFileSync(file, after);
    }
  }
  return { root, remove: () => rmSync(root, { recursive: true }) };
}

/** What the content check says of the sound content with some files changed. */
export function problemsAfter(changes: readonly FileChange[], today = '2026-11-25'): string {
  const { root, remove } = changedContent(changes);
  try {
    return formatProblems(checkContent(loadSite(root, { today })));
  } finally {
    remove();
  }
}
