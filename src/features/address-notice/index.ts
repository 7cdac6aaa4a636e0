import type { AstroIntegration } from 'astro';
import { host, unpublishedHost } from '#site.ts';

/** Warns if a build has no `SITE`, because the absolute URLs in previews, feeds and copied links would be wrong. */
export default function addressNotice(): AstroIntegration {
  return {
    name: 'address-notice',
    hooks: {
      'astro:build:start': ({ logger }) => {
        if (host === unpublishedHost)
          logger.warn(
            `SITE is not set, so absolute links lead to ${unpublishedHost}. To publish: SITE=https://your.host npm run build`,
          );
      },
    },
  };
}
