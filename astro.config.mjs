// Wiring only: what the pieces do is written in their folders below src/.
import { defineConfig } from 'astro/config';
import sitemap from '@astrojs/sitemap';
import { satteri } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import components from './src/components/overrides/index.ts';
import addressNotice from './src/features/address-notice/index.ts';
import checkCourse from './src/features/check-course/index.ts';
import choice from './src/features/choice/index.ts';
import contentCheck from './src/features/content-check/index.ts';
import courseware from './src/features/courseware/index.ts';
import diagrams from './src/features/diagrams/index.ts';
import dictionary from './src/features/dictionary/index.ts';
import exportsForPrograms from './src/features/exports/index.ts';
import i18n from './src/features/i18n/index.ts';
import labs from './src/features/labs/index.ts';
import metadata from './src/features/metadata/index.ts';
import notFound from './src/features/not-found/index.ts';
import optimise from './src/features/optimise/index.ts';
import permalinks from './src/features/permalinks/index.ts';
import quiz from './src/features/quiz/index.ts';
import search, { indexFolderOf } from './src/features/search/index.ts';
import security from './src/features/security/index.ts';
import socialCards from './src/features/social-cards/index.ts';
import topics from './src/features/topics/index.ts';
import { bindCites, commandLines, days, internalLinks, ownHost, longCode, tables } from './src/markdown/index.ts';
import { locale, t } from './src/model/i18n.ts';
import { starlightSidebar } from './src/model/sidebar.ts';
import { base, host, repository, siteTitle } from './src/site.ts';

export default defineConfig({
  site: host,
  base,
  // The root is Astro's srcDir so that authors find `content/` at the top; `src/` is plain code and has no `pages/`.
  srcDir: './',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: { headingAttributes: true },
      hastPlugins: [
        internalLinks(base),
        bindCites,
        days,
        ownHost(new URL(base.replace(/\/?$/, '/'), host).href),
        longCode,
        commandLines,
        tables,
      ],
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
    contentCheck(),
    i18n(),
    choice(),
    starlight({
      title: siteTitle,
      description: t('site.description'),
      locales: { root: { label: locale, lang: locale } },
      favicon: '/favicon.svg',
      sidebar: starlightSidebar(),
      components,
      customCss: [
        './src/styles/tokens.css',
        './src/features/diagrams/diagrams.css',
        './src/features/diagrams/steps.css',
        './src/styles/prose.css',
        './src/components/tooltip.css',
        './src/styles/chrome.css',
        './src/styles/print.css',
      ],
      lastUpdated: true,
      editLink: { baseUrl: `${repository}/edit/main/` },
      routeMiddleware: [
        './src/components/toc/middleware.ts',
        './src/components/next-step/middleware.ts',
        './src/components/place/middleware.ts',
      ],
      plugins: [search(), metadata()],
      disable404Route: true,
      credits: false,
      // Commands need no colours; plain code is valid markup and saves every page its highlighter's styles and script.
      expressiveCode: false,
    }),
    // Starlight brings its own where none is named; a drawing alone in its frame is no page to be found.
    sitemap({ filter: (page) => !page.includes('/embed/') }),
    diagrams(),
    labs(),
    courseware(),
    topics(),
    quiz(),
    exportsForPrograms(),
    checkCourse(),
    notFound(),
    socialCards(),
    // From here on the order matters: redirect pages are no content to index, post-processing sees all pages, a policy names all that is in them, a dictionary holds it too.
    permalinks(),
    optimise(),
    security({ immutable: (dist) => [indexFolderOf(dist)] }),
    dictionary(),
  ],
});
