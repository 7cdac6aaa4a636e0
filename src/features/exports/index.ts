import type { AstroIntegration } from 'astro';

const entry = (file: string) => new URL(`./${file}`, import.meta.url);

/** The site for programs: the feed of changes, the inventory for Sphinx, the list of all links, and Markdown. */
export default function exports(): AstroIntegration {
  return {
    name: 'exports',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: '/changes.atom', entrypoint: entry('feed/changes.atom.ts') });
        injectRoute({ pattern: '/changes.json', entrypoint: entry('feed/changes.json.ts') });
        injectRoute({ pattern: '/objects.inv', entrypoint: entry('inventory/objects.inv.ts') });
        injectRoute({ pattern: '/links.json', entrypoint: entry('link-index/links.json.ts') });
        injectRoute({ pattern: '/schemas/links-1.json', entrypoint: entry('link-index/links-schema.json.ts') });
        injectRoute({ pattern: '/[...page]/index.md', entrypoint: entry('markdown/page.md.ts') });
        injectRoute({ pattern: '/llms.txt', entrypoint: entry('markdown/llms.txt.ts') });
        injectRoute({ pattern: '/llms-full.txt', entrypoint: entry('markdown/llms-full.txt.ts') });
      },
    },
  };
}
