import { defineHastPlugin } from 'satteri';
import { withBase } from '#shared/url.ts';

/** Prefixes the internal links that authors write with the sub-path that the site is built for. */
export const internalLinks = (base: string) =>
  defineHastPlugin({
    name: 'internal-links',
    element: {
      filter: ['a'],
      visit(node, context) {
        const { href } = node.properties;
        if (typeof href === 'string') context.setProperty(node, 'href', withBase(href, base));
      },
    },
  });
