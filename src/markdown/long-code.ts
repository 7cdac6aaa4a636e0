import { defineHastPlugin } from 'satteri';
import { isLongCode } from '#shared/inline-markdown.ts';

/** Marks code that may be broken over lines; what is short stays in one. */
export const longCode = defineHastPlugin({
  name: 'long-code',
  element: {
    filter: ['code'],
    visit(node, context) {
      const before = context.parent(node);
      if (before?.type === 'element' && before.tagName === 'pre') return;
      if (isLongCode(context.textContent(node))) context.setProperty(node, 'className', ['long']);
    },
  },
});
