import type { Flat, Piece } from './flatten.ts';

/** Units that the margins on both sides add to the width of the picture. */
const margins = 4;

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Widens a drawing to the width that its pair shares; one that is wider already stays as it is. A stack of boxes
 * is stretched, so that it starts below its heading as its pair does; other drawings are padded equally on both sides.
 */
export function widen(flat: Flat, width: number | undefined): Flat {
  const spare = (width ?? 0) - margins - Math.ceil(flat.width);
  if (spare <= 0) return flat;
  const wide = Math.ceil(flat.width) + spare;
  if (flat.pieces.length > 0 && flat.pieces.every(({ kind }) => kind === 'box' || kind === 'text'))
    return { ...flat, pieces: flat.pieces.map((piece) => stretched(piece, flat.left, wide / flat.width)), width: wide };
  return { ...flat, left: round(flat.left - spare / 2), width: wide };
}

/** Scales a box horizontally from the left edge. Text stays in the middle of its box. */
function stretched(piece: Piece, left: number, factor: number): Piece {
  const at = (x: number) => round(left + (x - left) * factor);
  if (piece.kind === 'box') return { ...piece, x: at(piece.x), width: round(piece.width * factor) };
  if (piece.kind === 'text') return { ...piece, rows: piece.rows.map((row) => ({ ...row, x: at(row.x) })) };
  return piece;
}
