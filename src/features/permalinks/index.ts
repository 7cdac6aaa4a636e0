import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeRedirectPages } from './redirects/write.ts';
import { readLinks } from './redirects/read.ts';

export { spokenWords } from './go/words.ts';
export { checkLinkData } from './check.ts';
export { readLinks } from './redirects/read.ts';
export { readRegistry } from './verify/registry.ts';
export { furtherShortLinks, shortLinks } from './short-links.ts';

/**
 * Lists all short links at `/go/`, and writes a redirect page at every old and short address. Must run after the search index, which covers content
 * only, and before the post-processing.
 */
export default function permalinks(): AstroIntegration {
  let base = '/';
  let root = '';
  return {
    name: 'permalinks',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: '/go', entrypoint: new URL('./go/go.astro', import.meta.url) });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir, logger }) => {
        const { pages, lists } = writeRedirectPages(fileURLToPath(dir), readLinks(root), base);
        logger.info(`${pages} short and old addresses, ${lists} lists of sections that moved`);
      },
    },
  };
}
