import { defineHastPlugin, type HastNode, type HastVisitorContext } from 'satteri';
import { t } from '#model/i18n.ts';

type Element = Extract<HastNode, { type: 'element' }>;

const isBlank = (node: Readonly<HastNode>) => node.type === 'text' && node.value.trim() === '';
const isCite = (node: Readonly<HastNode>) => node.type === 'mdxJsxTextElement' && node.name === 'Cite';

/** The node before another, white space aside. */
function nodeBefore(node: Readonly<Element>, context: HastVisitorContext): Readonly<HastNode> | undefined {
  const before = context.parent(node)?.children.slice(0, context.indexOf(node)) ?? [];
  return before.findLast((one) => !isBlank(one));
}

/** The words of a bold line and the sources behind it, if a paragraph is nothing else. */
function boldLine(node: Readonly<HastNode> | undefined): { strong: Element; cites: Element['children'] } | undefined {
  if (node?.type !== 'element' || node.tagName !== 'p') return undefined;
  const [strong, ...rest] = node.children;
  if (strong?.type !== 'element' || strong.tagName !== 'strong') return undefined;
  return rest.every((one) => isBlank(one) || isCite(one)) ? { strong, cites: rest.filter(isCite) } : undefined;
}

/** Whether a table has more columns than fit on a phone. */
function hasManyColumns(table: Readonly<Element>): boolean {
  const rows = table.children.flatMap((part) => (part.type === 'element' ? part.children : []));
  const cells = rows.map((row) =>
    row.type === 'element' ? row.children.filter(({ type }) => type === 'element') : [],
  );
  return cells.some(({ length }) => length > 3);
}

/**
 * Makes the bold line that authors write right above a table its caption, with the sources behind it, and puts the table
 * into a region that scrolls by itself and can be reached by keyboard, so that a wide table never widens the page.
 */
export const tables = defineHastPlugin({
  name: 'tables',
  element: {
    filter: ['table'],
    visit(node, context) {
      const before = nodeBefore(node, context);
      const title = boldLine(before);
      if (before && title) {
        const children = [...title.strong.children, ...title.cites];
        context.prependChild(node, { type: 'element', tagName: 'caption', properties: {}, children });
        context.removeNode(before);
      }
      context.wrapNode(node, {
        type: 'element',
        tagName: 'section',
        properties: {
          className: hasManyColumns(node) ? ['scroller', 'many'] : ['scroller'],
          tabIndex: 0,
          ariaLabel: title ? context.textContent(title.strong) : t('table.label'),
        },
        children: [],
      });
    },
  },
});
