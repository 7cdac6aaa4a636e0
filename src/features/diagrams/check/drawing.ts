import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { widestText } from '../metrics.ts';
import { pathBox } from './path-box.ts';

/** A rectangle, in units of the drawing. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Bounding box of a node. */
export interface ShapeBox extends Box {
  /** Lower edge of a cylinder's lid, below which its label is. */
  lid?: number;
}

/** A line of text and its bounding box in the widest font. */
interface Words extends Box {
  text: string;
  /** Font size. */
  size: number;
  /** Whether it may overlap the edge of a box: a step number. */
  free: boolean;
}

/** What the checks need of a drawing. */
export interface Drawing {
  /** The view box. */
  view: Box;
  /** Outlined rectangles, which are nodes and boundaries, and bounding boxes of nodes of other shapes. */
  boxes: ShapeBox[];
  /** Bounding boxes of the dots of steps. */
  dots: Box[];
  /** Lines of text. */
  words: Words[];
  /** Name and attributes of every element. */
  elements: { name: string; attributes: Record<string, string> }[];
}

type Element = DefaultTreeAdapterTypes.Element;

/** Parses a drawing. Anything but an SVG results in an empty one. */
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

/** Whether a path is a node: only nodes have a line join or, if they were rectangles, a closed outline; arrow heads have no stroke. */
function isShape({ d = '', stroke, 'stroke-linejoin': joined }: Record<string, string>): boolean {
  return joined !== undefined || (stroke !== undefined && /z$/i.test(d));
}
