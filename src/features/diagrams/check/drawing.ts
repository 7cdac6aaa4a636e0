import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { widestText } from '../metrics.ts';
import { pathBox } from './path-box.ts';

/** A rectangle, in the drawing's units. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The box around a node. */
export interface ShapeBox extends Box {
  /** Where the lid of a cylinder ends, below which its words stand. */
  lid?: number;
}

/** A line of words, and the room it takes in the widest font. */
interface Words extends Box {
  text: string;
  /** Size of its letters. */
  size: number;
  /** Whether it may lie on the edge of a box: the number of a step. */
  free: boolean;
}

/** What the checks need to know of a drawing. */
export interface Drawing {
  /** The picture itself. */
  view: Box;
  /** Boxes with a line, nodes and boundaries, and the boxes around nodes of another shape. */
  boxes: ShapeBox[];
  /** Boxes around the dots of steps. */
  dots: Box[];
  /** Each line of words. */
  words: Words[];
  /** Every element's name and attributes. */
  elements: { name: string; attributes: Record<string, string> }[];
}

type Element = DefaultTreeAdapterTypes.Element;

/** Takes a drawing apart. What is not an SVG gives an empty one. */
export function parseDrawing(svg: string): Drawing {
  const drawing: Drawing = {
    view: { left: 0, top: 0, right: 0, bottom: 0 },
    boxes: [],
    dots: [],
    words: [],
    elements: [],
  };
  for (const node of parseFragment(svg).childNodes)
    if ('tagName' in node) visit(node, drawing, { size: 15, bold: false, anchor: 'middle' });
  return drawing;
}

function visit(element: Element, drawing: Drawing, font: { size: number; bold: boolean; anchor: string }): void {
  const attributes = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
  const number = (name: string) => Number(attributes[name] ?? NaN);
  drawing.elements.push({ name: element.tagName, attributes });
  const own = {
    size: 'font-size' in attributes ? number('font-size') : font.size,
    bold: 'font-weight' in attributes ? attributes['font-weight'] === '600' : font.bold,
    anchor: attributes['text-anchor'] ?? font.anchor,
  };
  if (element.tagName === 'svg') {
    const [left = 0, top = 0, width = 0, height = 0] = (attributes.viewBox ?? '').split(' ').map(Number);
    drawing.view = { left, top, right: left + width, bottom: top + height };
  }
  if (element.tagName === 'rect' && 'stroke' in attributes) {
    const [left, top] = [number('x'), number('y')];
    drawing.boxes.push({ left, top, right: left + number('width'), bottom: top + number('height') });
  }
  if (element.tagName === 'path' && isShape(attributes)) {
    const box = pathBox(attributes.d ?? '');
    if (box) drawing.boxes.push(box);
  }
  if (element.tagName === 'circle') {
    const [x, y, radius] = [number('cx'), number('cy'), number('r')];
    drawing.dots.push({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  }
  if ((element.tagName === 'text' || element.tagName === 'tspan') && 'x' in attributes) {
    const text = element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
    const width = widestText(text, own.size, own.bold);
    const [x, y] = [number('x'), number('y')];
    const left = own.anchor === 'start' ? x : own.anchor === 'end' ? x - width : x - width / 2;
    const free = (attributes.fill ?? '').startsWith('var(--dg-page');
    const { size } = own;
    drawing.words.push({ text, size, free, left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.2 });
  }
  for (const child of element.childNodes) if ('tagName' in child) visit(child, drawing, own);
}

/** Whether a path is a node: only nodes have joined lines or, where they were rectangles, are closed lines; heads of arrows have no line. */
function isShape({ d = '', stroke, 'stroke-linejoin': joined }: Record<string, string>): boolean {
  return joined !== undefined || (stroke !== undefined && /z$/i.test(d));
}
