// Wiring only: what the pieces do is written in src/site/ and src/lib/.
import { defineConfig } from 'astro/config';
import sitemap from '@astrojs/sitemap';
import { satteri } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import { addressNotice, base, site } from './src/site/address.ts';
import { cards } from './src/site/cards.ts';
import { finish } from './src/site/finish.ts';
import { contentIntegrity } from './src/site/integrity.ts';
import { boundCites, days, internalLinks, shortCode } from './src/site/markdown.ts';
import { redirects } from './src/site/redirects.ts';
import { machinery } from './src/site/routes.ts';
import { searchIndex } from './src/site/search-index.ts';
import { overrides } from './src/site/overrides.ts';
import { searchHead } from './src/site/search-head.ts';
import { sidebar } from './src/site/sidebar.ts';
import { tables } from './src/site/tables.ts';
import { repository, siteTitle } from './src/site/about.ts';

export default defineConfig({
  site,
  base,
  // The root is Astro's srcDir so that authors find `content/` at the top; `src/` is plain code and has no `pages/`.
  srcDir: './',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: { headingAttributes: true },
      hastPlugins: [internalLinks(base), boundCites, days, shortCode, tables],
    }),
  },
  build: { inlineStylesheets: 'always' },
  // Fetching pages that a reader only points at would spend the data of whoever pays for it.
  prefetch: false,
  vite: {
    build: {
      modulePreload: false,
      rolldownOptions: {
        // Astro puts a directive into each page's module, and the bundler would warn of each.
        onLog: (level, log, tell) => log.code === 'MODULE_LEVEL_DIRECTIVE' || tell(level, log),
      },
    },
    server: { watch: { ignored: ['**/playwright-report/**', '**/test-results/**', '**/dist/**'] } },
  },
  integrations: [
    addressNotice(),
    contentIntegrity(),
    starlight({
      title: siteTitle,
      description: 'What containers and virtual machines share, where they differ, and when that matters.',
      favicon: '/favicon.svg',
      sidebar,
      head: searchHead(base),
      components: overrides,
      customCss: [
        './src/styles/tokens.css',
        './src/styles/diagrams.css',
        './src/styles/prose.css',
        './src/styles/chrome.css',
        './src/styles/search.css',
        './src/styles/print.css',
      ],
      lastUpdated: true,
      editLink: { baseUrl: `${repository}/edit/main/` },
      routeMiddleware: './src/site/route-data.ts',
      disable404Route: true,
      pagefind: false,
      credits: false,
      // Commands need no colours; plain code is valid markup and saves every page its highlighter's styles and script.
      expressiveCode: false,
    }),
    // Starlight brings its own where none is named; a drawing alone in its frame is no page to be found.
    sitemap({ filter: (page) => !page.includes('/embed/') }),
    machinery(),
    cards(),
    searchIndex(),
    redirects(),
    finish(),
  ],
});
