import { defineHastPlugin, type HastNode } from 'satteri';
import { isCommand, linePieces } from '#shared/command-lines.ts';

/** An HTML element as plugins receive it. */
export type Element = Extract<HastNode, { type: 'element' }>;

const text = (value: string): Element['children'][number] => ({ type: 'text', value });
const wordBreak: Element = { type: 'element', tagName: 'wbr', properties: {}, children: [] };
const span = (children: Element['children'], className?: string): Element => ({
  type: 'element',
  tagName: 'span',
  properties: className ? { className: [className] } : {},
  children,
});

/** Code as nodes. Words that must not break become elements. */
export const wholeWords = (value: string, signs?: RegExp): Element['children'] =>
  linePieces(value, signs).flatMap(({ parts, whole }) => {
    const pieces = parts.flatMap((part, index) => (index > 0 ? [wordBreak, text(part)] : [text(part)]));
    return whole ? [span(pieces)] : pieces;
  });

const line = (value: string) => (isCommand(value) ? span(wholeWords(value), 'cmd') : text(value));

/** Makes each command of a block a box with a hanging indent, and keeps its options together. */
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
