import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { optimiseSite } from './optimise.ts';

export { allModules, inlineModules, type ModuleScript } from './inline-modules.ts';
export { isShared, keyOf, plainImports, takeModules } from './scripts.ts';

/**
 * Post-processes built pages: inlines first-screen styles, moves the rest to shared files, bundles scripts. Must run after every integration that writes pages.
 */
export default function optimise(): AstroIntegration {
  let base = '/';
  return {
    name: 'optimise',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { pages, styleBytes, scriptBytes } = await optimiseSite(fileURLToPath(dir), base);
        logger.info(`${pages} pages with ${styleBytes} bytes of styles and ${scriptBytes} bytes of script`);
      },
    },
  };
}
