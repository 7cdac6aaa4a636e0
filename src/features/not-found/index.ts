import type { AstroIntegration } from 'astro';

const entry = (file: string) => new URL(`./${file}`, import.meta.url);

/** The 404 page. */
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
