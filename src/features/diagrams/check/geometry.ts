import type { Box, Drawing, ShapeBox } from './drawing.ts';

/** Units that things may overlap before it counts: the width of a line. */
const slack = 1.5;
/** Minimum units between a label and the sides of its own box, in the widest font that a reader may have. */
const padding = 6;
/** Minimum units between a label and any other edge, and between two labels on one line. */
const clearance = 3;
/** Maximum width of a drawing in units: a wider one would shrink its text below reading size, on a phone of 360 pixels or on a slide of 1920. */
const widest = { page: 420, slide: 790 };
/** Pixels available to a drawing on a phone of 360: the column, and from 400 units on the gutters too, see `prose.css`. */
const phone = (units: number) => (units < 400 ? 328 : 360);
/** Minimum font size on a phone, in pixels. */
const smallest = 12;
const readers = { page: 'on a phone', slide: 'on a slide' };

type Words = Drawing['words'][number];

const meets = (a: Box, b: Box, x = slack, y = slack) =>
  a.left < b.right - x && b.left < a.right - x && a.top < b.bottom - y && b.top < a.bottom - y;

const holds = (outer: Box, inner: Box, by = slack) =>
  inner.left >= outer.left - by &&
  inner.right <= outer.right + by &&
  inner.top >= outer.top - by &&
  inner.bottom <= outer.bottom + by;

const area = ({ left, right, top, bottom }: Box) => (right - left) * (bottom - top);

/**
 * Problems of the geometry, one sentence each: text outside its box or the picture or too close to an edge, overlapping boxes or text, a picture that
 * is too wide.
 */
export function geometryProblems(drawing: Drawing, form: keyof typeof widest = 'page'): string[] {
  const { view, boxes, words } = drawing;
  return [
    ...words.flatMap((word) => wordProblem(word, drawing)),
    ...pairs(boxes).flatMap(boxProblem),
    ...pairs(words).flatMap(collision),
    ...widthProblem(view, form),
    ...(form === 'page' ? words.flatMap((word) => sizeProblem(word, view)) : []),
  ];
}

function widthProblem({ left, right }: Box, form: keyof typeof widest): string[] {
  if (right - left <= widest[form]) return [];
  return [
    `the drawing is ${right - left} units wide, more than ${widest[form]}, and its words too small ${readers[form]}`,
  ];
}

function sizeProblem({ text, size }: Words, { left, right }: Box): string[] {
  const units = right - left;
  const pixels = size * Math.min(1, phone(units) / units);
  if (pixels >= smallest) return [];
  return [`the words "${text}" are ${pixels.toFixed(1)} pixels high on a phone, less than ${smallest}`];
}

/** The box that a label belongs to: the smallest one around its middle. */
function homeOf(word: Words, boxes: readonly ShapeBox[]): ShapeBox | undefined {
  const middle = (word.left + word.right) / 2;
  const core = { ...word, left: middle, right: middle };
  return boxes.filter((box) => holds(box, core)).sort((a, b) => area(a) - area(b))[0];
}

function wordProblem(word: Words, { boxes, dots, view }: Drawing): string[] {
  const tell = (problem: string) => [`the words "${word.text}" ${problem}`];
  if (!holds(view, word)) return tell('leave the picture');
  if (word.free) return [];
  const home = homeOf(word, boxes);
  if (home && !holds(home, word)) return tell('leave their box');
  if (home) {
    const room = Math.min(word.left - home.left, home.right - word.right);
    if (room < padding) return tell(`have ${room.toFixed(1)} units beside them in their box, less than ${padding}`);
    const height = Math.min(word.top - (home.lid ?? home.top), home.bottom - word.bottom);
    if (height < clearance)
      return tell(`have ${height.toFixed(1)} units above or below them in their box, less than ${clearance}`);
  }
  const foreign = [...boxes.filter((box) => box !== home), ...dots];
  const near = foreign.some((box) => meets(word, box, -clearance, -clearance) && !holds(box, word, -clearance));
  return near ? tell(`come within ${clearance} units of the edge of a box that is not theirs`) : [];
}

function boxProblem([a, b]: [Box, Box]): string[] {
  if (!meets(a, b) || holds(a, b) || holds(b, a)) return [];
  return [`two boxes overlap at ${Math.round(Math.max(a.left, b.left))}, ${Math.round(Math.max(a.top, b.top))}`];
}

function collision([a, b]: [Words, Words]): string[] {
  // Lines of one label are closer than that vertically, so only the horizontal distance counts.
  return meets(a, b, -clearance) ? [`the words "${a.text}" and "${b.text}" run into each other`] : [];
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]));
}
