import { pathCorners } from '../check/path-box.ts';
import { widestText } from '../metrics.ts';
import type { Piece } from '../render/flatten.ts';
import type { NumberPiece } from './shapes.ts';

/** One element of a source: its name, attributes, classes, and lines of text. */
export interface Tag {
  name: string;
  attributes: Record<string, string>;
  classes: string[];
  rows: string[];
}

type Pieces = (Piece | NumberPiece)[];
type Point = [number, number];

/** Font size and line height, in units. */
const size = 15;
const lineHeight = 17;

const cornersIn = (d: string): Point[] => pathCorners(d) ?? [];
const round = (value: number) => Math.round(value * 10) / 10;
const number = ({ attributes }: Tag, name: string) => Number(attributes[name]);

/** Lines of text, centred vertically on a point. */
function words(rows: readonly string[], [x, y]: Point, role: string, anchor?: 'start' | 'end'): Pieces {
  if (rows.length === 0) return [];
  const first = y + size * 0.35 - ((rows.length - 1) * lineHeight) / 2;
  const lines = rows.map((text, index) => ({ x, y: round(first + index * lineHeight), text }));
  return [{ kind: 'text', rows: lines, size, role, ...(anchor ? { anchor } : {}) }];
}

/** Draws a `<rect>`: a box with its text in the middle. */
export function box(tag: Tag): Pieces {
  const [x, y, width, height] = [number(tag, 'x'), number(tag, 'y'), number(tag, 'width'), number(tag, 'height')];
  const [role = 'plain'] = tag.classes;
  const radius = Number(tag.attributes.rx ?? 6);
  return [
    { kind: 'box', x, y, width, height, radius, role },
    ...words(tag.rows, [x + width / 2, y + height / 2], role),
  ];
}

/** Draws a `<path>` with a role: a custom shape, with its text in the middle or at `at`. */
export function outline(tag: Tag): Pieces {
  const [role = 'plain'] = tag.classes;
  const d = tag.attributes.d ?? '';
  const points = cornersIn(d);
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const centre: Point = [middle(points.map(([x]) => x)), middle(points.map(([, y]) => y))];
  return [{ kind: 'shape', d, role }, ...words(tag.rows, placeOf(tag) ?? centre, role)];
}

/** Draws a `<path class="arrow">` or `class="line"`. Its label is in the middle of its longest segment, or at `at`. */
export function arrow(tag: Tag): Pieces {
  const points = cornersIn(tag.attributes.d ?? '');
  const has = (name: string) => tag.classes.includes(name);
  const [first = [0, 0], second = first] = points;
  const [last = first, previous = last] = [...points].reverse();
  const tip = has('arrow') ? { tip: headAt(previous, last) } : {};
  const tail = has('both') ? { tail: headAt(second, first) } : {};
  const line = {
    kind: 'edge',
    d: tag.attributes.d ?? '',
    dashed: has('dashed'),
    thin: false,
    warn: has('warn'),
  } as const;
  return [{ ...line, ...tip, ...tail }, ...labelAt(tag, placeOf(tag) ?? middleOf(points), has('warn'))];
}

/** Draws a `<text>`: text without a box. `start` and `end` align it at its point, `label` puts a background in the page's colour behind it. */
export function label(tag: Tag): Pieces {
  const place: Point = [number(tag, 'x'), number(tag, 'y')];
  if (tag.classes.includes('label')) return labelAt(tag, place, false);
  const anchor = tag.classes.includes('start') ? 'start' : tag.classes.includes('end') ? 'end' : undefined;
  return words(tag.rows, place, tag.classes.includes('cap') ? 'cap' : 'plain', anchor);
}

/** Draws a `<circle class="number">`: the number of a step. */
export function dot(tag: Tag): Pieces {
  return [numberAt(tag.rows.join(''), [number(tag, 'cx'), number(tag, 'cy')], tag.classes.includes('warn'))];
}

const numberAt = (text: string, [x, y]: Point, warn: boolean): NumberPiece => ({ kind: 'number', x, y, text, warn });

function labelAt({ rows }: Tag, [x, y]: Point, warn: boolean): Pieces {
  if (/^\d$/.test(rows.join(''))) return [numberAt(rows.join(''), [x, y], warn)];
  const width = round(Math.max(0, ...rows.map((text) => widestText(text, size, false))) + 6);
  const height = rows.length * lineHeight + 2;
  if (rows.length === 0) return [];
  return [
    { kind: 'label', x: round(x - width / 2), y: round(y - height / 2), width, height },
    ...words(rows, [x, y], 'plain'),
  ];
}

function placeOf({ attributes }: Tag): Point | undefined {
  const [x, y] = (attributes.at ?? '').split(/[ ,]+/).map(Number);
  return x === undefined || y === undefined ? undefined : [x, y];
}

function headAt([fromX, fromY]: Point, [x, y]: Point): [number, number, number] {
  return [x, y, Math.round((Math.atan2(y - fromY, x - fromX) * 180) / Math.PI)];
}

function middleOf(points: readonly Point[]): Point {
  const stretches = points.slice(1).map((to, index): [Point, Point] => [points[index]!, to]);
  const length = ([from, to]: [Point, Point]) => Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [longest] = stretches.sort((a, b) => length(b) - length(a));
  const [from, to] = longest ?? [
    [0, 0],
    [0, 0],
  ];
  return [round((from[0] + to[0]) / 2), round((from[1] + to[1]) / 2)];
}
