import { defineHastPlugin } from 'satteri';
import { withBase } from '../lib/url.ts';

/** Puts the sub-path that the site is built for before the addresses that authors write. */
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

/**
 * Makes the bold line that authors write above a table its caption, and puts the table into a region
 * that scrolls by itself and can be reached by keyboard, so that a wide table never widens the page.
 */
export const tables = defineHastPlugin({
  name: 'tables',
  element: {
    filter: ['table'],
    visit(node, context) {
      const before = context.parent(node)?.children.slice(0, context.indexOf(node)) ?? [];
      const title = before.filter(({ type }) => type === 'element').at(-1);
      const alone =
        title?.type === 'element' && title.tagName === 'p' && title.children.length === 1 ? title : undefined;
      const [strong] = alone?.children ?? [];
      const label = title ? context.textContent(title) : 'Table';
      if (alone && strong?.type === 'element' && strong.tagName === 'strong') {
        context.removeNode(alone);
        context.prependChild(node, {
          type: 'element',
          tagName: 'caption',
          properties: {},
          children: [{ type: 'text', value: label }],
        });
      }
      context.wrapNode(node, {
        type: 'element',
        tagName: 'section',
        properties: { className: ['scroller'], tabIndex: 0, ariaLabel: label },
        children: [],
      });
    },
  },
});
