// Only wires the parts together. Each is documented in its folder below src/.
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
  // `srcDir` is the project root, so that authors find `content/` at the top. `src/` is plain code without `pages/`.
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
  // No prefetch on hover: it costs readers on metered connections.
  prefetch: false,
  vite: {
    build: {
      modulePreload: false,
      rolldownOptions: {
        // Astro adds a directive to the module of every page, and the bundler would warn about each.
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
      // Commands need no highlighting. Plain code is valid markup and saves the highlighter's styles and script on every page.
      expressiveCode: false,
    }),
    // Starlight adds its own if there is none. Frames must not be found on their own, so they are excluded.
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
    // The order matters from here: redirect pages must not be indexed, post-processing needs all pages, policies hash everything in them, and the
    // dictionary contains the policies.
    permalinks(),
    optimise(),
    security({ immutable: (dist) => [indexFolderOf(dist)] }),
    dictionary(),
  ],
});
