import { rmSync } from 'node:fs';
import path from 'node:path';
import { loadData } from '#model/data.ts';
import { buildSite } from '../../tools/build-site.ts';
import { copyProject } from '../../tools/project-copy.ts';
import { readBuiltPages } from '#features/permalinks/verify/parse-built-page.ts';
import { publishedAddresses } from '#features/permalinks/verify/published-urls.ts';
import { retitleAll } from './retitle.ts';

/** What rewriting every heading did to the addresses. */
export interface Fuzzed {
  /** Headings, titles and names that were rewritten. */
  rewritten: number;
  /** Addresses in the build of the copy. */
  addresses: number;
  lost: string[];
  added: string[];
}

/** Rewrites every heading in a copy of the project, builds the copy, and compares its addresses with those of `dist`. */
export function fuzzTitles(root: string, dist: string, base: string): Fuzzed {
  const before = publishedAddresses(readBuiltPages(dist, base), loadData(root).data);
  const copy = copyProject(root);
  try {
    const rewritten = retitleAll(copy);
    buildSite({ root: copy, env: { BASE: base } });
    const after = publishedAddresses(readBuiltPages(path.join(copy, 'dist'), base), loadData(copy).data);
    const lost = before.filter((address) => !after.includes(address));
    const added = after.filter((address) => !before.includes(address));
    return { rewritten, addresses: after.length, lost, added };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
