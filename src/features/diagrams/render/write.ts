import type { Flat, Piece } from './flatten.ts';
import { ink, paint, type Role } from '../roles.ts';
import type { HandDrawing, NumberPiece, Shape } from '../draw/shapes.ts';
import type { DiagramWords } from '../source.ts';

/** Margin around the drawing for the width of its lines, in units. */
const margin = 2;

/** Half the width of a space, relative to the font size. */
const halfSpace = 0.14;

/** Not that of `src/shared/html.ts`: this file's code is part of every drawing's hash, so another one would ask for all drawings anew. */
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Roles are plain strings until here; an unknown one is a programming error. */
const asRole = (role: string) => role as Role;

/**
 * Writes the finished SVG: presentation attributes only, one `<text>` per label, with an accessible name and description.
 * @param id name of the diagram; every id inside starts with `dg-<id>-`
 * @param hash what {@link file://./hash.ts} computed for its source
 */
export function writeSvg(id: string, words: DiagramWords, flat: Flat, hash: string): string {
  const width = Math.ceil(flat.width + 2 * margin);
  const height = Math.ceil(flat.height + 2 * margin);
  const [left, top] = [flat.left - margin, flat.top - margin].map((value) => Math.round(value * 10) / 10);
  return frame(id, words, [left!, top!, width, height], hash, inDrawingOrder(flat.pieces).map(writePiece));
}

/** Writes the finished SVG of a hand-placed drawing: shapes in the order of the source, each part in a group that names its steps. */
export function writeDrawn(id: string, words: DiagramWords, drawing: HandDrawing, hash: string): string {
  const size = [drawing.width, drawing.height].map((value) => value + 2 * margin);
  const lines = inParts(drawing.shapes).map(([parts, shapes]) => {
    const inner = shapes.map(({ piece }) => writePiece(piece)).join('\n');
    return parts === '' ? inner : `<g data-part="${parts}">\n${inner}\n</g>`;
  });
  return frame(id, words, [-margin, -margin, ...size] as View, hash, lines);
}

/** Groups adjacent shapes that belong to the same steps. */
function inParts(shapes: readonly Shape[]): [string, Shape[]][] {
  const groups: [string, Shape[]][] = [];
  for (const shape of shapes) {
    const last = groups.at(-1);
    if (last?.[0] === shape.parts) last[1].push(shape);
    else groups.push([shape.parts, [shape]]);
  }
  return groups;
}

/** Left, top, width and height of a picture, in units. */
type View = [number, number, number, number];

function frame(id: string, words: DiagramWords, view: View, hash: string, lines: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="dg-${id}-t" aria-describedby="dg-${id}-d" width="${view[2]}" height="${view[3]}" viewBox="${view.join(' ')}" font-family="var(--dg-font,system-ui,sans-serif)" text-anchor="middle" fill="${ink('text')}" data-hash="${hash}">`,
    `<title id="dg-${id}-t">${escape(words.accTitle)}</title>`,
    `<desc id="dg-${id}-d">${escape(words.accDescr)}</desc>`,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}

/** Boxes first, then edges, then labels. In a sequence edges come first, because Mermaid draws lifelines over the boxes. */
function inDrawingOrder(pieces: readonly Piece[]): Piece[] {
  const rank = { box: 1, shape: 1, dot: 1, edge: 0, label: 2, text: 3 };
  const sequence = pieces.some((piece) => piece.kind === 'edge' && piece.thin);
  const order = sequence ? rank : { ...rank, edge: 1.5 };
  return [...pieces].sort((a, b) => order[a.kind] - order[b.kind]);
}

function writePiece(piece: Piece | NumberPiece): string {
  switch (piece.kind) {
    case 'box':
      if (piece.role === 'cap') return '';
      return `<rect x="${piece.x}" y="${piece.y}" width="${piece.width}" height="${piece.height}" rx="${piece.radius}" ${colours(piece.role)}/>`;
    case 'shape':
      return `<path d="${piece.d}" stroke-linejoin="round" ${colours(piece.role)}/>`;
    case 'dot':
      return `<circle cx="${piece.x}" cy="${piece.y}" r="${piece.radius}" fill="${piece.filled ? ink('edge') : 'none'}" stroke="${ink('edge')}" stroke-width="1.5"/>`;
    case 'label':
      return `<rect x="${piece.x}" y="${piece.y}" width="${piece.width}" height="${piece.height}" fill="${ink('page')}"/>`;
    case 'edge':
      return writeEdge(piece);
    case 'text':
      return writeText(piece);
    case 'number':
      return writeNumber(piece);
  }
}

function colours(role: string): string {
  const boundary = role.startsWith('unit');
  const width = role === 'kernel' ? 2.5 : 1.5;
  return `fill="${paint(asRole(role), 'fill')}" stroke="${paint(asRole(role), 'line')}" stroke-width="${width}"${boundary ? ' stroke-dasharray="5 4"' : ''}`;
}

function writeNumber({ x, y, text, warn }: NumberPiece): string {
  const ground = warn ? paint('warn', 'line') : ink('text');
  return `<circle cx="${x}" cy="${y}" r="11" fill="${ground}"/><text x="${x}" y="${Math.round((y + 5) * 10) / 10}" font-size="14" font-weight="600" fill="${ink('page')}">${text}</text>`;
}

function writeEdge({ d, dashed, thin, warn, tip, tail }: Extract<Piece, { kind: 'edge' }>): string {
  const colour = warn ? paint('warn', 'line') : ink('edge');
  const line = `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${thin ? 1 : warn ? 2.5 : 1.6}"${dashed ? ' stroke-dasharray="4 3"' : ''}/>`;
  return [line, ...[tip, tail].flatMap((head) => (head ? [arrowHead(head, colour)] : []))].join('');
}

function arrowHead([x, y, degrees]: [number, number, number], colour: string): string {
  const corner = (along: number, across: number) => {
    const angle = (degrees * Math.PI) / 180;
    const px = x + along * Math.cos(angle) - across * Math.sin(angle);
    const py = y + along * Math.sin(angle) + across * Math.cos(angle);
    return `${Math.round(px * 10) / 10} ${Math.round(py * 10) / 10}`;
  };
  return `<path d="M${corner(0, 0)}L${corner(-9, 4.5)}L${corner(-9, -4.5)}Z" fill="${colour}"/>`;
}

function writeText({ rows, size, role, anchor }: Extract<Piece, { kind: 'text' }>): string {
  const strong = role === 'kernel';
  const look = `${anchor ? `text-anchor="${anchor}" ` : ''}font-size="${size}"${strong ? ` font-weight="600" fill="${ink('strong')}"` : role === 'cap' ? ' font-weight="600"' : ''}`;
  const [first] = rows;
  if (rows.length === 1 && first) return `<text x="${first.x}" y="${first.y}" ${look}>${escape(first.text)}</text>`;
  // The space between two lines keeps copied words apart. It takes up width unless a line starts at its point, so shift the upper lines back.
  const shift = { start: 0, middle: halfSpace, end: 2 * halfSpace }[anchor ?? 'middle'];
  const back = (index: number) => (index < rows.length - 1 ? size * shift : 0);
  const spans = rows.map(
    ({ x, y, text }, index) => `<tspan x="${Math.round((x + back(index)) * 10) / 10}" y="${y}">${escape(text)}</tspan>`,
  );
  return `<text ${look}>${spans.join(' ')}</text>`;
}
