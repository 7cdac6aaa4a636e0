import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StarlightPlugin } from '@astrojs/starlight/types';
import type { AstroIntegration } from 'astro';
import type { Data } from '#model/collections.ts';
import { siteModel } from '#model/model.ts';
import { withBase } from '#shared/url.ts';
import { siteTitle } from '#site.ts';
import { indexFolder, pointerFile, type Section } from './format.ts';
import { searchHints } from './hints.ts';
import { buildIndex } from './indexing/build.ts';
import { namedSections } from './indexing/entries.ts';
import { loadLanguages } from './indexing/languages.ts';
import { loadAsked } from '#model/asked.ts';
import { readSite } from './indexing/read-site.ts';
import { loadSynonyms } from './indexing/synonyms.ts';

export { checkSearchData } from './check.ts';

/** A query for the site's title should return the home page. */
const home = { names: [siteTitle], at: ['/'] };

/**
 * Folder of the search index that a build uses, relative to the build. Its name changes with its content.
 * @param dist folder of the build
 */
export function indexFolderOf(dist: string): string {
  const pointer = readFileSync(path.join(dist, indexFolder, pointerFile), 'utf8');
  return `${indexFolder}/${(JSON.parse(pointer) as { folder: string }).folder}`;
}

/** Adds the search: its page, its dialog in the header, its description for browsers, and its index. */
export default function search(): StarlightPlugin {
  return {
    name: 'search',
    hooks: {
      'config:setup': ({ config, updateConfig, addIntegration, astroConfig }) => {
        const description = {
          tag: 'link' as const,
          attrs: {
            rel: 'search',
            type: 'application/opensearchdescription+xml',
            title: siteTitle,
            href: withBase('/opensearch.xml', astroConfig.base),
          },
        };
        updateConfig({
          pagefind: false,
          head: [...(config.head ?? []), description],
          customCss: [...(config.customCss ?? []), './src/features/search/ui/button.css'],
          components: { ...config.components, Search: './src/features/search/ui/Search.astro' },
        });
        addIntegration(searchIndex());
      },
    },
  };
}

/**
 * Builds the index of the site's sections, with what its data knows about words.
 * @param root root of the project
 */
export function siteIndex(sections: readonly Section[], data: Data, root: string): ReturnType<typeof buildIndex> {
  const synonyms = loadSynonyms(root);
  const named = [home, ...namedSections(data), ...synonyms.names];
  return buildIndex(sections, named, { ...synonyms, languages: loadLanguages(root) });
}

const hintsId = 'virtual:search/hints';

/** Vite plugin for a virtual module with the hints of an empty field, which the browser loads with the search. */
const hintsModule = (root: string) => ({
  name: 'search-hints',
  resolveId: (id: string) => (id === hintsId ? `\0${id}` : undefined),
  load: (id: string) =>
    id === `\0${hintsId}`
      ? `export const hints = ${JSON.stringify(searchHints(siteModel(root).data, loadSynonyms(root).examples))};`
      : undefined,
});

/** Writes the search index once the pages are built, because it indexes what readers get rather than what authors wrote. */
function searchIndex(): AstroIntegration {
  let root = '';
  const entry = (file: string) => new URL(`./routes/${file}`, import.meta.url);
  return {
    name: 'search-index',
    hooks: {
      'astro:config:setup': ({ config, injectRoute, updateConfig }) => {
        updateConfig({ vite: { plugins: [hintsModule(fileURLToPath(config.root))] } });
        injectRoute({ pattern: '/search', entrypoint: entry('search.astro') });
        injectRoute({ pattern: '/opensearch.xml', entrypoint: entry('opensearch.xml.ts') });
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const { data } = siteModel(root);
        const sections = readSite(dist, data, loadAsked(root));
        const { files, folder } = siteIndex(sections, data, root);
        const target = path.join(dist, indexFolder, folder);
        mkdirSync(target, { recursive: true });
        for (const [name, body] of files) writeFileSync(path.join(target, name), body);
        writeFileSync(path.join(dist, indexFolder, pointerFile), JSON.stringify({ folder }));
        logger.info(`${sections.length} sections in ${files.size} files`);
      },
    },
  };
}
