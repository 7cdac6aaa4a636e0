import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { reservedPrefixes } from '#model/addresses.ts';
import { navigationFile } from '#model/navigation.ts';
import type { Page } from '#model/page.ts';
import { loadPages } from '#model/pages.ts';
import { redirectsFile } from '../redirects/read.ts';
import { registryFile } from '../verify/registry.ts';
import { updateRedirects } from './redirects-file.ts';
import { relink, relinkCode } from './text.ts';

/** New contents of files by path; null to delete one. */
export type Changes = Map<string, string | null>;

const address = /^\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)+$/;
/** Content that authors write, and code and tests that name a page by its address. */
const content = 'content/**/*.{md,mdx,yml,mmd,json}';
const code = '{src,tools,tests}/**/*.{ts,mjs,astro,yml}';

/**
 * Plans everything that changes when a page moves, by path relative to the project root. Writes nothing.
 * @throws if the page cannot be moved, with what to do about it
 */
export function planMove(root: string, from: string, to: string, day: string): Changes {
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  const page = movablePage(loadPages(root), from, to);
  const changes: Changes = new Map();
  const target = fileFor(root, page.file, to);
  for (const name of globSync([content, code], { cwd: root }).map((file) => file.split(path.sep).join('/'))) {
    if (name === redirectsFile || name === registryFile) continue;
    const before = read(name);
    const after = (name.startsWith('content/') ? relink : relinkCode)(before, from, to);
    if (name === page.file) changes.set(target, after);
    else if (after !== before) changes.set(name, after);
  }
  changes.set(page.file, null);
  changes.set(redirectsFile, updateRedirects(read(redirectsFile), from, to, day));
  if (!changes.has(navigationFile))
    throw new Error(`${from} does not stand in ${navigationFile}. Add it there, or move the page by hand.`);
  return changes;
}

/**
 * Returns the page at `from`, if it can be moved to `to`.
 * @throws if it cannot
 */
function movablePage(pages: readonly Page[], from: string, to: string): Page {
  for (const one of [from, to])
    if (!address.test(one))
      throw new Error(
        `"${one}" is not a valid address of a page. Write it as /section/page/, with slashes at both ends.`,
      );
  const page = pages.find((one) => one.address === from);
  if (!page) throw new Error(`There is no page ${from} in content/docs. Generated pages are moved by hand.`);
  if (pages.some((one) => one.address === to))
    throw new Error(`${to} is taken by another page. Choose another address.`);
  if (reservedPrefixes.some((prefix) => to.startsWith(prefix)))
    throw new Error(`${to} is a reserved path, which a feature fills. Choose another address.`);
  return page;
}

/** File of a page at its new address: the `index` of its folder if there are pages below that address. */
function fileFor(root: string, file: string, to: string): string {
  const stem = `content/docs/${to.slice(1, -1)}`;
  return `${existsSync(path.join(root, stem)) ? `${stem}/index` : stem}${path.extname(file)}`;
}
