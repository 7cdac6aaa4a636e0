import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeMarkdown } from './markdown/write.ts';

export { linksDocument } from './link-index/document.ts';
export type { LinkRecord } from './link-index/link-entry.ts';

const entry = (file: string) => new URL(`./${file}`, import.meta.url);

/** Machine-readable exports: the feed of changes, the Sphinx inventory, the list of all links, and Markdown. */
export default function exportsForPrograms(): AstroIntegration {
  let root = '';
  let site = { origin: '', base: '/' };
  return {
    name: 'exports',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: '/changes.atom', entrypoint: entry('feed/changes.atom.ts') });
        injectRoute({ pattern: '/changes.json', entrypoint: entry('feed/changes.json.ts') });
        injectRoute({ pattern: '/objects.inv', entrypoint: entry('inventory/objects.inv.ts') });
        injectRoute({ pattern: '/links.json', entrypoint: entry('link-index/links.json.ts') });
        injectRoute({ pattern: '/schemas/links-1.json', entrypoint: entry('link-index/links-schema.json.ts') });
        injectRoute({ pattern: '/llms.txt', entrypoint: entry('markdown/llms.txt.ts') });
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        site = { origin: (config.site ?? '').replace(/\/$/, ''), base: config.base };
      },
      'astro:build:done': ({ dir, logger }) => {
        const started = Date.now();
        const count = writeMarkdown(fileURLToPath(dir), root, site);
        logger.info(`${count} pages as Markdown in ${Date.now() - started} ms`);
      },
    },
  };
}
