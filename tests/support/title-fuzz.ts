import { rmSync } from 'node:fs';
import path from 'node:path';
import { loadData } from '#model/data.ts';
import { buildCopy, copyProject } from './project-copy.ts';
import { readLinkPages } from '#features/permalinks/verify/parse-built-page.ts';
import { publicAddresses } from '#features/permalinks/verify/published-urls.ts';
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
  const before = publicAddresses(readLinkPages(dist, base), loadData(root).data);
  const copy = copyProject(root);
  try {
    const rewritten = retitleAll(copy);
    buildCopy(copy, { BASE: base });
    const after = publicAddresses(readLinkPages(path.join(copy, 'dist'), base), loadData(copy).data);
    const lost = before.filter((address) => !after.includes(address));
    const added = after.filter((address) => !before.includes(address));
    return { rewritten, addresses: after.length, lost, added };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
