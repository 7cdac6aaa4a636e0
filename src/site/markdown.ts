import { defineHastPlugin } from 'satteri';
import { isShortCode } from '../lib/inline.ts';
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

/** Puts the number of a source right behind its word: after a space it could stand alone on the next line. */
export const boundCites = defineHastPlugin({
  name: 'bound-cites',
  mdxJsxTextElement: {
    filter: ['Cite'],
    visit(node, context) {
      const before = context.parent(node)?.children[context.indexOf(node)! - 1];
      if (before?.type !== 'text') return;
      const value = before.value.trimEnd();
      if (value === '') context.removeNode(before);
      else if (value !== before.value) context.replaceNode(before, { type: 'text', value });
    },
  },
});

/** Marks code that is to stay in one line. */
export const shortCode = defineHastPlugin({
  name: 'short-code',
  element: {
    filter: ['code'],
    visit(node, context) {
      const before = context.parent(node);
      if (before?.type === 'element' && before.tagName === 'pre') return;
      if (isShortCode(context.textContent(node))) context.setProperty(node, 'className', ['short']);
    },
  },
});

/** Marks a cell that is a day as one, so that it stays in one line. */
export const days = defineHastPlugin({
  name: 'days',
  element: {
    filter: ['td'],
    visit(node, context) {
      const [day, ...more] = node.children;
      if (more.length > 0 || day?.type !== 'text' || !/^\d{4}-\d{2}(?:-\d{2})?$/.test(day.value)) return;
      context.replaceNode(day, { type: 'element', tagName: 'time', properties: {}, children: [{ ...day }] });
    },
  },
});
