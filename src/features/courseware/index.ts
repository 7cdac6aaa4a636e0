export { checkDecks } from './deck/check.ts';
export { decksFile, deckSchema } from './deck/read.ts';
export { deckFiles } from './deck/site-decks.ts';
export { handoutsFile, handoutSchema } from './handout/read.ts';
export { checkHandouts, handoutFiles } from './handout/site-handouts.ts';
export { handOutLine, lessonLines } from './lesson.ts';
import type { AstroIntegration } from 'astro';
import { atSite, type At } from './address.ts';

const entry = (file: string) => new URL(`./${file}`, import.meta.url);

/** What a course hands out or shows: decks of slides below `/deck/`, and sheets below `/downloads/handouts/`. */
export default function courseware(): AstroIntegration {
  let at: At;
  return {
    name: 'courseware',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: '/deck/[file]', entrypoint: entry('deck/deck-file.ts') });
        injectRoute({ pattern: '/downloads/handouts/[file]', entrypoint: entry('handout/handout-file.ts') });
      },
      'astro:config:done': ({ config }) => {
        at = atSite(config.site, config.base);
      },
      // Much of the time of the bundler passes in threads of its own.
      'astro:build:start': async () => {
        const { makeAhead } = await import('./pdf/make-ahead.ts');
        void makeAhead(at);
      },
    },
  };
}
