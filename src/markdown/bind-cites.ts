import { defineHastPlugin } from 'satteri';

/** Attaches the number of a source to the preceding word: after a space it could end up alone on the next line. */
export const bindCites = defineHastPlugin({
  name: 'bind-cites',
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
