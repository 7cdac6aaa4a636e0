import { defineHastPlugin } from 'satteri';
import { isShortCode } from '#shared/inline-markdown.ts';

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
