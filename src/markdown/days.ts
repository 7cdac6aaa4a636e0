import { defineHastPlugin } from 'satteri';

/** Marks table cells that contain a date, so that they do not wrap. */
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
