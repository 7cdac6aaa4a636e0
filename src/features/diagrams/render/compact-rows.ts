import type { Flat, Piece } from './flatten.ts';

type BoxPiece = Extract<Piece, { kind: 'box' }>;

/** Height of a box with one line of text, and of each further line, in units. */
const rowHeight = 36;
const lineHeight = 16;
/** Units that a row may grow by at most, so that all rows of a drawing are equally high. */
const mostGrowth = 4;

const round = (value: number) => Math.round(value * 10) / 10;

const inside = (outer: BoxPiece, inner: BoxPiece) =>
  outer !== inner &&
  inner.x >= outer.x - 1 &&
  inner.y >= outer.y - 1 &&
  inner.x + inner.width <= outer.x + outer.width + 1 &&
  inner.y + inner.height <= outer.y + outer.height + 1;

const beside = (a: BoxPiece, b: BoxPiece) => a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1;

/**
 * Mermaid makes all rows of a block diagram as tall as the tallest. Shrinks rows of plain boxes to the height
 * of their text and moves up what is below them, so that a stack looks like layers.
 */
export function squeeze(flat: Flat): Flat {
  const pieces = structuredClone(flat.pieces);
  const boxes = pieces.filter((piece) => piece.kind === 'box');
  const leaves = boxes.filter((box) => !boxes.some((inner) => inside(box, inner)));
  let saved = 0;
  for (const box of leaves) {
    const row = leaves.filter((other) => beside(box, other));
    const flush = row.every((other) => Math.abs(other.y - box.y) < 1 && Math.abs(other.height - box.height) < 1);
    // A frame next to the row that contains none of its boxes would be cut through.
    const whole = boxes
      .filter((other) => beside(box, other) && !leaves.includes(other))
      .every((frame) => row.some((inner) => inside(frame, inner)));
    const lines = Math.max(1, ...row.map((other) => linesIn(other, pieces)));
    const spare = box.height - rowHeight - (lines - 1) * lineHeight;
    if (spare === 0 || spare < -mostGrowth || !flush || !whole) continue;
    saved += shrink(row, spare, pieces, boxes);
  }
  flush(boxes, pieces);
  return { ...flat, pieces, height: flat.height - saved };
}

/** Widens the last box of each row that ends just short of the right edge: Mermaid leaves a gap next to columns of different width. */
function flush(boxes: BoxPiece[], pieces: readonly Piece[]): void {
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  for (const box of boxes) {
    const short = right - (box.x + box.width);
    const row = boxes.filter((other) => Math.abs(other.y - box.y) < 1 && !inside(box, other));
    const spans = Math.min(...row.map(({ x }) => x)) < left + 1 && row.every((other) => other.x <= box.x);
    if (short > 0.5 && short < 16 && spans && !boxes.some((outer) => inside(outer, box))) {
      const words = wordsIn(box, pieces);
      for (const line of words?.rows ?? []) line.x = round(line.x + short / 2);
      box.width = round(box.width + short);
    }
  }
}

const linesIn = (box: BoxPiece, pieces: readonly Piece[]) => wordsIn(box, pieces)?.rows.length ?? 0;

function wordsIn(box: BoxPiece, pieces: readonly Piece[]): Extract<Piece, { kind: 'text' }> | undefined {
  const within = ({ x, y }: { x: number; y: number }) =>
    x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
  return pieces.filter((piece) => piece.kind === 'text').find(({ rows }) => rows.every(within));
}

/** Reduces the height of a row by `spare`, or increases it if negative, and closes the gap. Returns by how much the drawing became shorter. */
function shrink(row: BoxPiece[], spare: number, pieces: Piece[], boxes: BoxPiece[]): number {
  const [top, bottom] = [row[0]!.y, row[0]!.y + row[0]!.height];
  const parents = boxes.filter((outer) => row.some((inner) => inside(outer, inner)));
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      for (const line of piece.rows)
        line.y = round(line.y > bottom ? line.y - spare : line.y > top ? line.y - spare / 2 : line.y);
    } else if ('y' in piece && piece.y >= bottom - 1) piece.y = round(piece.y - spare);
  }
  for (const box of [...row, ...parents]) box.height = round(box.height - spare);
  return spare;
}
