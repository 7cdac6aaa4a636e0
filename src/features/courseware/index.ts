export { checkDecks } from './deck/check.ts';
export { decksFile, deckSchema } from './deck/read.ts';
export { deckFiles } from './deck/site-decks.ts';
export { handoutsFile, handoutSchema } from './handout/read.ts';
export { checkHandouts, handoutFiles } from './handout/site-handouts.ts';
export { handOutLine, lessonLines } from './lesson.ts';
import type { AstroIntegration } from 'astro';
import { atSite, type At } from '#model/model.ts';

const entry = (file: string) => new URL(`./${file}`, import.meta.url);

/** Files for courses: slide decks below `/deck/`, and handouts below `/downloads/handouts/`. */
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
      // Start early: much of the bundler's work happens in its own threads, which leaves time on this one.
      'astro:build:start': async () => {
        const { makeAhead } = await import('./pdf/make-ahead.ts');
        void makeAhead(at);
      },
    },
  };
}
