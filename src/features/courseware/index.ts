export { checkDecks } from './deck/check.ts';
export { decksFile, deckSchema } from './deck/read.ts';
export { deckFiles } from './deck/site-decks.ts';
import type { AstroIntegration } from 'astro';

const entry = (file: string) => new URL(`./${file}`, import.meta.url);

/** What a course hands out or shows: decks of slides below `/deck/`. */
export default function courseware(): AstroIntegration {
  return {
    name: 'courseware',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: '/deck/[file]', entrypoint: entry('deck/deck-file.ts') });
      },
    },
  };
}
