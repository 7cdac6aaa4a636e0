import type { StarlightPlugin } from '@astrojs/starlight/types';

/** Machine-readable metadata in the head of each page: preview, licence, alternative formats, JSON-LD. */
export default function metadata(): StarlightPlugin {
  return {
    name: 'metadata',
    hooks: {
      'config:setup': ({ addRouteMiddleware }) =>
        addRouteMiddleware({ entrypoint: './src/features/metadata/middleware.ts' }),
    },
  };
}
