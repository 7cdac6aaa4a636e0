import type { AstroIntegration } from 'astro';

const entry = (file: string) => new URL(`./${file}`, import.meta.url);

/** The page that hosts show where there is none. */
export default function notFound(): AstroIntegration {
  return {
    name: 'not-found',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: '/404', entrypoint: entry('404.astro') });
      },
    },
  };
}
