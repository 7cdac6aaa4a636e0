import type { AstroIntegration } from 'astro';

/** Routes that code makes, not an author: pattern and the file below `src/routes`. The one list of them. */
const routes: { pattern: string; file: string }[] = [
  { pattern: '/404', file: '404.astro' },
  { pattern: '/search', file: 'search.astro' },
  { pattern: '/topics', file: 'topics.astro' },
  { pattern: '/opensearch.xml', file: 'opensearch.xml.ts' },
];

/** Addresses of the pages among them that content may link to. */
export const generatedAddresses: string[] = ['/search/', '/topics/'];

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
