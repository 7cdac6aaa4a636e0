import { defineHastPlugin, type HastNode } from 'satteri';
import { isCommand, linePieces } from '#shared/command-lines.ts';

type Element = Extract<HastNode, { type: 'element' }>;

const text = (value: string): Element['children'][number] => ({ type: 'text', value });
const span = (children: Element['children'], className?: string): Element => ({
  type: 'element',
  tagName: 'span',
  properties: className ? { className: [className] } : {},
  children,
});

const line = (value: string) =>
  isCommand(value)
    ? span(
        linePieces(value).map((piece) => (piece.whole ? span([text(piece.text)]) : text(piece.text))),
        'cmd',
      )
    : text(value);

/** Makes each command of a block a box of its own, whose options stay whole and whose further lines stand in from the first. */
export const commandLines = defineHastPlugin({
  name: 'command-lines',
  element: {
    filter: ['code'],
    visit(node, context) {
      const before = context.parent(node);
      if (before?.type !== 'element' || before.tagName !== 'pre') return;
      if (![node.properties.className].flat().includes('language-console')) return;
      const value = context.textContent(node);
      context.replaceNode(node, { ...node, children: value.split(/(?<=\n)/).map(line) } as Element);
    },
  },
});
