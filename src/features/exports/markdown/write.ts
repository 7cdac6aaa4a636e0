import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { pageChanged } from '#model/last-changed.ts';
import { atSite, siteModel, words } from '#model/model.ts';
import { sidebarAddresses } from '#model/sidebar.ts';
import { licence } from '#site.ts';
import { markdownOf } from './from-html.ts';

/**
 * Writes a Markdown version next to every page, `/traits/isolation/index.md`, and all of them in reading order as `/llms-full.txt`. They are
 * converted from the built pages, so that the output of components is included.
 * @param dist output folder of the build
 * @param root project root
 * @param site where the build will be served: origin without trailing slash, and sub-path
 * @returns the number of files written
 */
export function writeMarkdown(dist: string, root: string, site: { origin: string; base: string }): number {
  const at = atSite(site.origin, site.base);
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
