import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadData } from '../lib/content/data.ts';
import { buildIndex } from '../lib/search/build.ts';
import { namedSections } from '../lib/search/entries.ts';
import { indexFolder, pointerFile } from '../lib/search/model.ts';
import { siteTitle } from './about.ts';
import { readSite } from '../lib/search/read-site.ts';
import { loadSynonyms } from '../lib/search/synonyms.ts';

/** Who asks for what the site is called wants its first page. */
const home = { names: [siteTitle], at: ['/'] };

/** Writes the search index beside the pages once they are built, since it indexes what readers get and not what authors wrote. */
export function searchIndex(): AstroIntegration {
  let root = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const { data } = loadData(root);
        const sections = readSite(dist, data);
        const { files, folder } = buildIndex(sections, [home, ...namedSections(data)], loadSynonyms(root));
        const target = path.join(dist, indexFolder, folder);
        mkdirSync(target, { recursive: true });
        for (const [name, body] of files) writeFileSync(path.join(target, name), body);
        writeFileSync(path.join(dist, indexFolder, pointerFile), JSON.stringify({ folder }));
        logger.info(`${sections.length} sections in ${files.size} files`);
      },
    },
  };
}
