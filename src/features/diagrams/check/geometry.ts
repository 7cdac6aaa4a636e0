import type { Box, Drawing } from './drawing.ts';

/** Units by which things may touch before it counts: the width of a line. */
const slack = 1.5;
/** The widest drawing, in units: a wider one would shrink its words below reading size, on a phone of 360 pixels or on a slide of 1920. */
const widest = { page: 420, slide: 790 };
/** Pixels that a drawing gets on a phone of 360: the column, and from 400 units on the gutters too, see `prose.css`. */
const phone = (units: number) => (units < 400 ? 328 : 360);
/** The smallest words on a phone, in pixels. */
const smallest = 12;
const readers = { page: 'on a phone', slide: 'on a slide' };

const meets = (a: Box, b: Box, by = slack) =>
  a.left < b.right - by && b.left < a.right - by && a.top < b.bottom - by && b.top < a.bottom - by;

const holds = (outer: Box, inner: Box, by = slack) =>
  inner.left >= outer.left - by &&
  inner.right <= outer.right + by &&
  inner.top >= outer.top - by &&
  inner.bottom <= outer.bottom + by;

const area = ({ left, right, top, bottom }: Box) => (right - left) * (bottom - top);

/** What is wrong with the geometry, a sentence each: words outside their box or the picture, boxes or words that overlap, a picture that no phone can show. */
export function geometryProblems({ view, boxes, words }: Drawing, form: keyof typeof widest = 'page'): string[] {
  return [
    ...words.flatMap((word) => wordProblem(word, boxes, view)),
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

function sizeProblem({ text, size }: Drawing['words'][number], { left, right }: Box): string[] {
  const units = right - left;
  const pixels = size * Math.min(1, phone(units) / units);
  if (pixels >= smallest) return [];
  return [`the words "${text}" are ${pixels.toFixed(1)} pixels high on a phone, less than ${smallest}`];
}

function wordProblem(word: Drawing['words'][number], boxes: Box[], view: Box): string[] {
  if (!holds(view, word)) return [`the words "${word.text}" leave the picture`];
  if (word.free) return [];
  const middle = {
    left: (word.left + word.right) / 2,
    right: (word.left + word.right) / 2,
    top: word.top,
    bottom: word.bottom,
  };
  const [home] = boxes.filter((box) => holds(box, middle)).sort((a, b) => area(a) - area(b));
  return home && !holds(home, word) ? [`the words "${word.text}" leave their box`] : [];
}

function boxProblem([a, b]: [Box, Box]): string[] {
  if (!meets(a, b) || holds(a, b) || holds(b, a)) return [];
  return [`two boxes overlap at ${Math.round(Math.max(a.left, b.left))}, ${Math.round(Math.max(a.top, b.top))}`];
}

function collision([a, b]: [Drawing['words'][number], Drawing['words'][number]]): string[] {
  return meets(a, b) ? [`the words "${a.text}" and "${b.text}" run into each other`] : [];
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]));
}
