import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Pdf } from './document.ts';

/** A rectangle on the page, in points. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Attributes = Readonly<Record<string, string>>;

const attributesOf = (element: Tree.Element): Attributes =>
  Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));

const childrenOf = (element: Tree.Element): Tree.Element[] =>
  element.childNodes.filter((node): node is Tree.Element => 'tagName' in node);

const wordsOf = (element: Tree.Element): string =>
  element.childNodes
    .map((node) => ('value' in node ? node.value : 'tagName' in node ? wordsOf(node) : ''))
    .join('')
    .trim();

const weights: Readonly<Record<string, string>> = { '600': 'semibold', '700': 'bold' };

/** Fills and strokes the current path according to its attributes. */
function paint(pdf: Pdf, { fill = 'none', stroke = 'none', ...rest }: Attributes): void {
  if (stroke !== 'none')
    pdf.lineWidth(Number(rest['stroke-width'] ?? 1)).lineJoin(rest['stroke-linejoin'] ? 'round' : 'miter');
  const [on = 0, off = on] = (rest['stroke-dasharray'] ?? '').split(' ').filter(Boolean).map(Number);
  if (on > 0) pdf.dash(on, { space: off });
  else pdf.undash();
  if (fill !== 'none' && stroke !== 'none') pdf.fillAndStroke(fill, stroke);
  else if (fill !== 'none') pdf.fill(fill);
  else if (stroke !== 'none') pdf.stroke(stroke);
}

/** Draws a line of text. The point is its baseline, and its start, middle or end. */
function writeLine(pdf: Pdf, words: string, at: Attributes, text: Attributes): void {
  pdf
    .font(weights[text['font-weight'] ?? ''] ?? 'regular')
    .fontSize(Number(text['font-size']))
    .fillColor(text.fill!);
  const wide = pdf.widthOfString(words);
  const before = { start: 0, middle: wide / 2, end: wide }[text['text-anchor'] ?? 'start'] ?? 0;
  pdf.text(words, Number(at.x) - before, Number(at.y), { lineBreak: false, baseline: 'alphabetic' });
}

/** Draws each kind of element used in diagrams. */
const draw: Readonly<Record<string, (pdf: Pdf, element: Tree.Element, inherited: Attributes) => void>> = {
  rect: (pdf, element) => {
    const own = attributesOf(element);
    const [x, y, width, height] = [own.x, own.y, own.width, own.height].map(Number) as [number, number, number, number];
    paint(own.rx ? pdf.roundedRect(x, y, width, height, Number(own.rx)) : pdf.rect(x, y, width, height), own);
  },
  circle: (pdf, element) => {
    const own = attributesOf(element);
    paint(pdf.circle(Number(own.cx), Number(own.cy), Number(own.r)), own);
  },
  path: (pdf, element) => {
    const own = attributesOf(element);
    paint(pdf.path(own.d!), own);
  },
  g: (pdf, element, inherited) => drawAll(pdf, element, inherited),
  text: (pdf, element, inherited) => {
    const own = { ...inherited, ...attributesOf(element) };
    const lines = childrenOf(element);
    if (lines.length === 0) writeLine(pdf, wordsOf(element), own, own);
    for (const line of lines) writeLine(pdf, wordsOf(line), attributesOf(line), own);
  },
};

/** Elements that describe the diagram and are not rendered. */
const silent = new Set(['title', 'desc', 'metadata']);

function drawAll(pdf: Pdf, parent: Tree.Element, inherited: Attributes): void {
  for (const element of childrenOf(parent)) {
    if (silent.has(element.tagName)) continue;
    const one = draw[element.tagName];
    if (!one)
      throw new Error(`A drawing has <${element.tagName}>, which src/features/courseware/pdf/drawing.ts cannot draw.`);
    one(pdf, element, inherited);
  }
}

/**
 * Draws a diagram as vector graphics and text, as large as fits, centred in a rectangle.
 * @param svg the diagram with fixed colours
 * @returns the rectangle that it fills
 * @throws if it contains an unsupported element
 */
export function drawSvg(pdf: Pdf, svg: string, place: Place): Place {
  const root = childrenOf(parseFragment(svg) as unknown as Tree.Element)[0]!;
  const own = attributesOf(root);
  const [left, top, across, down] = own.viewBox!.split(' ').map(Number) as [number, number, number, number];
  const scale = Math.min(place.width / across, place.height / down);
  const [width, height] = [across * scale, down * scale];
  const [x, y] = [place.x + (place.width - width) / 2, place.y + (place.height - height) / 2];
  pdf.save();
  pdf.translate(x, y).scale(scale).translate(-left, -top);
  drawAll(pdf, root, { fill: own.fill!, 'text-anchor': own['text-anchor']! });
  pdf.restore();
  return { x, y, width, height };
}
