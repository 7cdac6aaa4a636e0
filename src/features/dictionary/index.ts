import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeDictionary } from './dictionary.ts';

export { compressDcz, takesDictionaries } from './dcz.ts';
export { linkField, readDictionary, useField, type Dictionary } from './dictionary.ts';

/** Writes what the built pages have in common as a compression dictionary. Must run last, because each page's policy is part of it. */
export default function dictionary(): AstroIntegration {
  return {
    name: 'dictionary',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        logger.info(`${writeDictionary(fileURLToPath(dir))} bytes that pages have in common`);
      },
    },
  };
}
