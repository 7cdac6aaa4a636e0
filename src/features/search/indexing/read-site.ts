import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { knownEntries } from './entries.ts';
import type { Data } from '#model/collections.ts';
import type { Section } from '../format.ts';
import { readSections } from './sections.ts';

/**
 * The sections of every page of a built site, in the order of addresses.
 * @param dist folder of the built site
 * @param data the content's data, which says what an entry is called and where it leads
 */
export function readSite(dist: string, data: Data): Section[] {
  const known = knownEntries(data);
  return globSync('**/index.html', { cwd: dist })
    .map((file) => file.split(path.sep).join('/'))
    .sort()
    .flatMap((file) => {
      const page = `/${file.replace(/index\.html$/, '')}`;
      const read = readSections(readFileSync(path.join(dist, file), 'utf8'));
      return (read?.sections ?? []).map((section): Section => {
        const kind = section.id ? 'section' : 'page';
        return { page, title: read!.title, ...section, kind, names: [], to: [], ...known.get(`${page}#${section.id}`) };
      });
    });
}
