import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { navigationFile } from '#model/navigation.ts';
import { loadPages } from '#model/pages.ts';
import { recordFile } from '../verify/registry.ts';
import { redirectsFile } from '../redirects/read.ts';
import { moveInRedirects } from './records.ts';
import { names, relink } from './text.ts';
import { reservedPrefixes } from '#model/addresses.ts';

/** What a file is to hold; nothing when it is to go. */
export type Changes = Map<string, string | null>;

const address = /^\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)+$/;
const comment = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/**
 * All that has to change when a page moves, by path from the project's root. Nothing is written.
 * @throws with what is in the way and what to do about it
 */
export function planMove(root: string, from: string, to: string, day: string): Changes {
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  const pages = loadPages(root);
  const page = pages.find((one) => one.address === from);
  for (const one of [from, to])
    if (!address.test(one))
      throw new Error(`"${one}" is no address of a page. Write it as /section/page/, with slashes at both ends.`);
  if (!page) throw new Error(`There is no page ${from} in content/docs. Pages that code makes are moved by hand.`);
  if (pages.some((one) => one.address === to))
    throw new Error(`${to} is taken by another page. Choose another address.`);
  if (reservedPrefixes.some((prefix) => to.startsWith(prefix)))
    throw new Error(`${to} is a reserved path, which a feature fills. Choose another address.`);
  refuseCode(root, from);

  const changes: Changes = new Map();
  const target = fileFor(root, page.file, to);
  for (const file of globSync('content/**/*.{md,mdx,yml,mmd,json}', { cwd: root })) {
    const name = file.split(path.sep).join('/');
    if (name === redirectsFile || name === recordFile) continue;
    const before = read(name);
    const after = relink(before, from, to);
    if (name === page.file) changes.set(target, after);
    else if (after !== before) changes.set(name, after);
  }
  changes.set(page.file, null);
  changes.set(redirectsFile, moveInRedirects(read(redirectsFile), from, to, day));
  if (!changes.has(navigationFile))
    throw new Error(`${from} does not stand in ${navigationFile}. Add it there, or move the page by hand.`);
  return changes;
}

/** The file of a page at its new address. Where pages lie below that address, it is their folder's `index`. */
function fileFor(root: string, file: string, to: string): string {
  const stem = `content/docs/${to.slice(1, -1)}`;
  return `${existsSync(path.join(root, stem)) ? `${stem}/index` : stem}${path.extname(file)}`;
}

/** Code that names the address may do more than link to it, so it is changed by whoever knows why it does. */
function refuseCode(root: string, from: string): void {
  const found = globSync('src/**/*.{ts,mjs,astro}', { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => names(readFileSync(path.join(root, file), 'utf8').replace(comment, ''), from));
  if (found.length > 0)
    throw new Error(
      `${from} is named by code: ${found.join(', ')}. Let that code not depend on it, then move the page.`,
    );
}
