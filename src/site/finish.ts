import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { finishSite } from '../lib/finish/site.ts';

/** Finishes the built pages: one style sheet, one script, a security policy. Stands last, since it sees what all others wrote. */
export function finish(): AstroIntegration {
  let base = '/';
  return {
    name: 'finish',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { pages, styleBytes, scriptBytes } = await finishSite(fileURLToPath(dir), base);
        logger.info(`${pages} pages with ${styleBytes} bytes of styles and ${scriptBytes} bytes of script`);
      },
    },
  };
}
