import { defineHastPlugin } from 'satteri';
import { inText } from '#shared/command-lines.ts';
import { isLongCode } from '#shared/inline-markdown.ts';
import { wholeWords, type Element } from './command-lines.ts';

/** Marks inline code that may wrap between words. Short code does not wrap. */
export const longCode = defineHastPlugin({
  name: 'long-code',
  element: {
    filter: ['code'],
    visit(node, context) {
      const before = context.parent(node);
      if (before?.type === 'element' && before.tagName === 'pre') return;
      const value = context.textContent(node);
      if (!isLongCode(value)) return;
      context.replaceNode(node, {
        ...node,
        properties: { className: ['long'] },
        children: wholeWords(value, inText),
      } as Element);
    },
  },
});
