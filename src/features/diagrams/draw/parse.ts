import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import type { Problem } from '#shared/problem.ts';
import { nearest } from '#shared/suggest.ts';
import { roles } from '../roles.ts';
import { typeset } from '../typography.ts';
import { arrow, box, dot, label, outline, type Tag } from './elements.ts';
import type { HandDrawing, Shape } from './shapes.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Finding = Pick<Problem, 'problem' | 'fix'>;

const boxRoles = Object.keys(roles).filter((role) => role !== 'cap');

/** Elements of a hand-placed drawing: their classes, required attributes, and how they are drawn. */
const kinds = {
  rect: { classes: boxRoles, attributes: ['x', 'y', 'width', 'height'], draw: box },
  path: { classes: [...boxRoles, 'arrow', 'line', 'dashed', 'both'], attributes: ['d'], draw: arrow },
  text: { classes: ['cap', 'start', 'end', 'label'], attributes: ['x', 'y'], draw: label },
  circle: { classes: ['number', 'warn'], attributes: ['cx', 'cy'], draw: dot },
} as const;

/** Replaces `<br/>` while parsing, because that would end an SVG in an HTML parser. */
const lineBreak = '\u2028';

/**
 * Parses the body of a `.draw` file: one `<svg viewBox>` of boxes, arrows, text and numbers, coloured by roles.
 * @param before number of lines in the file above the body
 */
export function parseDrawn(file: string, body: string, before: number): { drawing: HandDrawing; problems: Problem[] } {
  const drawing: HandDrawing = { width: 0, height: 0, shapes: [] };
  const problems: Problem[] = [];
  const tell = (node: Node | undefined, found: Finding) =>
    problems.push({ file, line: before + (node?.sourceCodeLocation?.startLine ?? 0), ...found });
  const fragment = parseFragment(body.replace(/<br\s*\/>/g, lineBreak), { sourceCodeLocationInfo: true });
  const roots = fragment.childNodes.filter((node) => 'tagName' in node);
  const [root] = roots;
  const view = root?.tagName === 'svg' ? attributesOf(root).viewBox : undefined;
  const [width = 0, height = 0] = (/^0 0 (\d+) (\d+)$/.exec(view ?? '') ?? []).slice(1).map(Number);
  if (!root || roots.length > 1 || width === 0)
    tell(root, {
      problem: 'the body is not one <svg> with a viewBox from 0 0',
      fix: 'Write <svg viewBox="0 0 <width> <height>">, the shapes, </svg>.',
    });
  Object.assign(drawing, { width, height });
  for (const node of root?.childNodes ?? []) visit(node, '', drawing.shapes, tell);
  return { drawing, problems };
}

type Tell = (node: Node, found: Finding) => void;

function visit(node: Node, parts: string, shapes: Shape[], tell: Tell): void {
  if (node.nodeName === '#comment' || (node.nodeName === '#text' && 'value' in node && node.value.trim() === ''))
    return;
  if (!('tagName' in node))
    return tell(node, { problem: 'words stand outside a shape', fix: 'Put them in a <rect>, <path> or <text>.' });
  const attributes = attributesOf(node);
  if (node.tagName === 'g') {
    const own = attributes['data-part'] ?? '';
    if (!/^\d+( \d+)*$/.test(own) || Object.keys(attributes).length > 1)
      return tell(node, { problem: 'a <g> names no step', fix: 'Write data-part="1", or "1 3" for two steps.' });
    if (parts !== '')
      tell(node, { problem: 'a part stands inside a part', fix: 'Write its steps on one <g>: data-part="1 3".' });
    return node.childNodes.forEach((child) => visit(child, own, shapes, tell));
  }
  const tag: Tag = { name: node.tagName, attributes, classes: classesOf(attributes), rows: rowsOf(node) };
  const found = findings(tag);
  found.forEach((finding) => tell(node, finding));
  const kind = kinds[tag.name as keyof typeof kinds];
  if (found.length === 0 && kind)
    shapes.push(...(isOutline(tag) ? outline : kind.draw)(tag).map((piece) => ({ piece, parts })));
}

const isOutline = ({ name, classes }: Tag) =>
  name === 'path' && !classes.some((one) => one === 'arrow' || one === 'line');

function attributesOf(node: DefaultTreeAdapterTypes.Element): Record<string, string> {
  return Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
}

const classesOf = (attributes: Record<string, string>) => (attributes.class ?? '').split(/\s+/).filter(Boolean);

function rowsOf(node: DefaultTreeAdapterTypes.Element): string[] {
  const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
  return text.trim() === '' ? [] : text.split(lineBreak).map((row) => typeset(row).replace(/\s+/g, ' ').trim());
}

/** Problems of one shape. */
function findings(tag: Tag): Finding[] {
  const kind = kinds[tag.name as keyof typeof kinds];
  if (!kind)
    return [{ problem: `<${tag.name}> does not belong in a drawing`, fix: `Use g, ${Object.keys(kinds).join(', ')}.` }];
  const known: readonly string[] = [...kind.attributes, 'class', 'at', 'rx'];
  const classes: readonly string[] = kind.classes;
  const foreign = /[^\u0000-\u00ff\u2019]/u.exec(tag.rows.join(''))?.[0];
  return [
    ...Object.keys(tag.attributes).flatMap((name) => (known.includes(name) ? [] : [strangeAttribute(tag.name, name)])),
    ...kind.attributes.flatMap((name) => missing(tag, name)),
    ...tag.classes.flatMap((name) =>
      classes.includes(name)
        ? []
        : [{ problem: `there is no role "${name}"`, fix: `Did you mean ${nearest(name, classes).join(', ')}?` }],
    ),
    ...(tag.name === 'rect' && tag.classes.length !== 1
      ? [{ problem: 'a <rect> needs one role', fix: `Write class="<role>": ${boxRoles.join(', ')}.` }]
      : []),
    ...(foreign
      ? [{ problem: `the letter "${foreign}" is not in the font that labels are measured in`, fix: 'Write it out.' }]
      : []),
    ...(tag.classes.includes('arrow') && tag.rows.length === 0
      ? [{ problem: 'an arrow has no label', fix: 'Say what is sent: <path class="arrow" d="...">request</path>.' }]
      : []),
  ];
}

function strangeAttribute(element: string, name: string): Finding {
  const own = /^(fill|stroke|style|opacity|color)/.test(name);
  return {
    problem: own ? `the source sets colours of its own: ${name}` : `<${element}> has the attribute ${name}`,
    fix: own ? 'Name a role: class="kernel"' : 'Delete it.',
  };
}

function missing({ name, attributes }: Tag, wanted: string): Finding[] {
  const value = attributes[wanted] ?? '';
  const sound = wanted === 'd' ? /^M[-\d. ,MLHVAZmlhvaz]+$/.test(value) : /^-?\d+(\.\d+)?$/.test(value);
  if (sound) return [];
  return [
    {
      problem: `<${name}> has no sound ${wanted}`,
      fix: wanted === 'd' ? 'Write lines and arcs only: M, L, H, V, A, Z.' : `Write ${wanted}="<number>".`,
    },
  ];
}
