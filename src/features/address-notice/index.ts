import type { AstroIntegration } from 'astro';
import { host, unpublishedHost } from '#site.ts';

/** Warns in a build without `SITE` that its absolute links lead nowhere: previews, feeds and copied links hold them. */
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
