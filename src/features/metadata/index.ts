import type { StarlightPlugin } from '@astrojs/starlight/types';

/** What the head of each reading page says to programs: preview, licence, other forms, JSON-LD. */
export default function metadata(): StarlightPlugin {
  return {
    name: 'metadata',
    hooks: {
      'config:setup': ({ addRouteMiddleware }) =>
        addRouteMiddleware({ entrypoint: './src/features/metadata/middleware.ts' }),
    },
  };
}
