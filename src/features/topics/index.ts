export { topicIndex, topicsPage } from './topics.ts';
import type { AstroIntegration } from 'astro';

const entry = (file: string) => new URL(`./${file}`, import.meta.url);

/** The index from A to Z of everything that can be looked up, at `/topics/`. */
export default function topics(): AstroIntegration {
  return {
    name: 'topics',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: '/topics', entrypoint: entry('topics.astro') });
      },
    },
  };
}
