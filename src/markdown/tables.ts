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

const elementsIn = (node: Readonly<Element>): Readonly<Element>[] =>
  node.children.filter((child): child is Element => child.type === 'element');

/** The cells of a table, row by row, its head first. */
const rowsOf = (table: Readonly<Element>): Readonly<Element>[][] =>
  elementsIn(table).flatMap(elementsIn).map(elementsIn);

/** Columns that fit on a phone beside one another; a table with more becomes one card a row there. */
const mostColumns = 3;

/** Letters that fit beside one another on a phone of 360 px, in the longest words of all columns together: what is wider would have to be scrolled sideways. */
const mostLetters = 27;
/** Letters of a cell that stand in a column of a third of a phone without a tower of lines. */
const mostInThird = 60;
/** How much wider a letter of code is, which stands in a font of fixed width on a ground with margins. */
const codeWidth = 1.25;

/** The letters of a cell that no line can break. */
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

/** Makes a table one card a row on phones: each cell but the first, which names the row, brings the name of its column along. */
function labelCells([head = [], ...rows]: Readonly<Element>[][], context: HastVisitorContext): void {
  const labels = head.map((cell) => context.textContent(cell));
  for (const row of rows)
    for (const [column, cell] of row.entries())
      if (column > 0) context.setProperty(cell, 'dataLabel', labels[column] ?? '');
}

/**
 * Makes the bold line that authors write right above a table its caption, with the sources behind it, and puts the table
 * into a region that scrolls by itself and can be reached by keyboard, so that a wide table never widens the page.
 * A table that would be wider than a phone, by its columns or its words, or would have towers of lines there, becomes one card a row there.
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
