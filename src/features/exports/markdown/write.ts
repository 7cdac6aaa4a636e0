import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { pageChanged } from '#model/last-changed.ts';
import { absolute, siteModel, words } from '#model/model.ts';
import { sidebarAddresses } from '#model/sidebar.ts';
import { licence } from '#site.ts';
import { markdownOf } from './from-html.ts';

/**
 * Writes the Markdown version of every page beside it, `/traits/isolation/index.md`, and all of them in reading order as `/llms-full.txt`.
 * They are made from the built pages, so that whatever a component shows has its words in them.
 * @param dist the build
 * @param root folder of the project
 * @param site where the build will be served: origin without a slash at its end, and sub-path
 * @returns how many were written
 */
export function writeMarkdown(dist: string, root: string, site: { origin: string; base: string }): number {
  const at = (address: string) => absolute(address, site.origin, site.base);
  const versions = new Map<string, string>();
  for (const page of siteModel(root).pages) {
    const { title, description } = words(page);
    const front = stringify({
      title,
      description,
      address: at(page.address),
      licence: licence.url,
      changed: pageChanged(page.address, page.file),
    });
    const folder = path.join(dist, page.address);
    const body = markdownOf(readFileSync(path.join(folder, 'index.html'), 'utf8'), site.origin);
    const version = `---\n${front}---\n\n# ${title}\n\n${body}`;
    versions.set(page.address, version);
    writeFileSync(path.join(folder, 'index.md'), version);
  }
  const inOrder = ['/', ...sidebarAddresses()].flatMap((address) => versions.get(address) ?? []);
  writeFileSync(path.join(dist, 'llms-full.txt'), inOrder.join('\n\n'));
  return versions.size;
}
