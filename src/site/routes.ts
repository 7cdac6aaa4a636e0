import type { AstroIntegration } from 'astro';

/** Routes that code makes, not an author: pattern and the file below `src/routes`. The one list of them. */
const routes: { pattern: string; file: string }[] = [
  { pattern: '/404', file: '404.astro' },
  { pattern: '/search', file: 'search.astro' },
  { pattern: '/topics', file: 'topics.astro' },
  { pattern: '/opensearch.xml', file: 'opensearch.xml.ts' },
  { pattern: '/links.json', file: 'links.json.ts' },
  { pattern: '/schemas/links-1.json', file: 'links-schema.json.ts' },
  { pattern: '/objects.inv', file: 'objects.inv.ts' },
  { pattern: '/[...page]/index.md', file: 'twin.md.ts' },
  { pattern: '/llms.txt', file: 'llms.txt.ts' },
  { pattern: '/llms-full.txt', file: 'llms-full.txt.ts' },
  { pattern: '/changes.atom', file: 'changes.atom.ts' },
  { pattern: '/changes.json', file: 'changes.json.ts' },
  { pattern: '/d/[file]', file: 'drawing.ts' },
  { pattern: '/embed/[diagram]', file: 'embed.astro' },
];

/** Addresses of the pages among them that content may link to. */
export const generatedAddresses: string[] = ['/search/', '/topics/'];

/** Beginnings of the addresses that code fills, so that no author's page may take one: those of routes, short links and cards. */
export const madeFolders: string[] = [
  ...new Set(
    routes.flatMap(({ pattern }) => /^\/[a-z0-9-]+(?=\/|$)/.exec(pattern)?.map((folder) => `${folder}/`) ?? []),
  ),
  '/go/',
  '/cards/',
];

/** Adds the routes of `src/routes` to the site. */
export function machinery(): AstroIntegration {
  return {
    name: 'machinery',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const { pattern, file } of routes) {
          injectRoute({ pattern, entrypoint: `./src/routes/${file}`, prerender: true });
        }
      },
    },
  };
}
