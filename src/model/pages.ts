import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePage, type Page } from './page.ts';

/** Every page below `content/docs`, sorted by address. Files that start with `_` are templates and are skipped. */
export function loadPages(root: string): Page[] {
  return globSync('content/docs/**/*.{md,mdx}', { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !path.basename(file).startsWith('_'))
    .map((file) => parsePage(file, readFileSync(path.join(root, file), 'utf8')))
    .sort((a, b) => a.address.localeCompare(b.address));
}
