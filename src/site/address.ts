import type { AstroIntegration } from 'astro';

/** A host that cannot exist, so that what is tried out links to nobody. */
const nowhere = 'https://containers-vs-vms.example';

/** Where the site is served: host from `SITE`, sub-path from `BASE`. */
export const site = process.env.SITE ?? nowhere;
export const base = process.env.BASE ?? '/';

/** Says in a build without `SITE` that its absolute links lead nowhere: previews, feeds and copied links hold them. */
export function addressNotice(): AstroIntegration {
  return {
    name: 'address',
    hooks: {
      'astro:build:start': ({ logger }) => {
        if (site === nowhere)
          logger.warn(
            `SITE is not set, so absolute links lead to ${nowhere}. To publish: SITE=https://your.host npm run build`,
          );
      },
    },
  };
}
