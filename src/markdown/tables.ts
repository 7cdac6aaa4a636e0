import { defineHastPlugin, type HastNode, type HastVisitorContext } from 'satteri';
import { t } from '#model/i18n.ts';

type Element = Extract<HastNode, { type: 'element' }>;

const isBlank = (node: Readonly<HastNode>) => node.type === 'text' && node.value.trim() === '';
const isCite = (node: Readonly<HastNode>) => node.type === 'mdxJsxTextElement' && node.name === 'Cite';

/** The previous sibling of a node, ignoring white space. */
function nodeBefore(node: Readonly<Element>, context: HastVisitorContext): Readonly<HastNode> | undefined {
  const before = context.parent(node)?.children.slice(0, context.indexOf(node)) ?? [];
  return before.findLast((one) => !isBlank(one));
}

/** The bold text of a paragraph and the sources after it; `undefined` if the paragraph contains anything else. */
function boldLine(node: Readonly<HastNode> | undefined): { strong: Element; cites: Element['children'] } | undefined {
  if (node?.type !== 'element' || node.tagName !== 'p') return undefined;
  const [strong, ...rest] = node.children;
  if (strong?.type !== 'element' || strong.tagName !== 'strong') return undefined;
  return rest.every((one) => isBlank(one) || isCite(one)) ? { strong, cites: rest.filter(isCite) } : undefined;
}

const elementsIn = (node: Readonly<Element>): Readonly<Element>[] =>
  node.children.filter((child): child is Element => child.type === 'element');

/** The cells of a table by row, head first. */
const rowsOf = (table: Readonly<Element>): Readonly<Element>[][] =>
  elementsIn(table).flatMap(elementsIn).map(elementsIn);

/** Number of columns that fit side by side on a phone. Tables with more become cards there, one per row. */
const mostColumns = 3;

/**
 * Number of characters that fit side by side on a phone of 360 px, adding up the longest words of all columns. Anything wider would need horizontal scrolling.
 */
const mostLetters = 27;
/** Number of characters in a cell that stay readable in a column with a third of a phone's width. */
const mostInThird = 60;
/** Relative width of a character of code, which has a monospaced font and a padded background. */
const codeWidth = 1.25;

/** Number of characters in the longest unbreakable part of a cell. */
function widestWord(cell: Readonly<Element>, context: HastVisitorContext): number {
  const lengths = (text: string) => text.split(/[\s/–-]+/).map((word) => word.length);
  const codes: number[] = [];
  let text = context.textContent(cell);
  const visit = (node: Readonly<Element>) => {
    for (const child of elementsIn(node)) {
      if (child.tagName !== 'code') visit(child);
      else {
        const code = context.textContent(child);
        text = text.replace(code, ' ');
        codes.push(...code.split(/\s+/).map((word) => word.length * codeWidth));
      }
    }
  };
  visit(cell);
  return Math.max(0, ...lengths(text), ...codes);
}

/** Whether a table fits on a phone as it is. */
function fitsPhone(rows: Readonly<Element>[][], context: HastVisitorContext): boolean {
  const columns = rows[0]?.length ?? 0;
  if (columns > mostColumns) return false;
  const longest = Math.max(...rows.flat().map((cell) => context.textContent(cell).length));
  if (columns === mostColumns && longest > mostInThird) return false;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ? widestWord(row[column], context) : 0))),
  );
  return widths.reduce((sum, width) => sum + width, 0) <= mostLetters;
}

/** Turns a table into cards on phones: every cell except the first, which is the heading of its row, gets the label of its column. */
function labelCells([head = [], ...rows]: Readonly<Element>[][], context: HastVisitorContext): void {
  const labels = head.map((cell) => context.textContent(cell));
  for (const row of rows)
    for (const [column, cell] of row.entries())
      if (column > 0) context.setProperty(cell, 'dataLabel', labels[column] ?? '');
}

/**
 * Turns the bold line that authors write directly above a table into its caption, with the sources after it. Wraps the table in a focusable scrolling
 * region, so that a wide table never widens the page.
 * A table too wide for a phone, or with very tall narrow cells there, is displayed as cards, one per row.
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
      const rows = rowsOf(node);
      if (!fitsPhone(rows, context)) {
        labelCells(rows, context);
        context.setProperty(node, 'className', ['cards']);
      }
      context.wrapNode(node, {
        type: 'element',
        tagName: 'section',
        properties: {
          className: ['scroller'],
          tabIndex: 0,
          ariaLabel: title ? context.textContent(title.strong) : t('table.label'),
        },
        children: [],
      });
    },
  },
});
