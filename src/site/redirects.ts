import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { emitLinks } from '../lib/links/emit.ts';
import { readLinks } from '../lib/links/read.ts';

/** Writes a page at every old and short address. Stands after the search index, which lists content only, and before the finishing. */
export function redirects(): AstroIntegration {
  let base = '/';
  let root = '';
  return {
    name: 'redirects',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir, logger }) => {
        const { stubs, lists } = emitLinks(fileURLToPath(dir), readLinks(root), base);
        logger.info(`${stubs} short and old addresses, ${lists} lists of sections that moved`);
      },
    },
  };
}
