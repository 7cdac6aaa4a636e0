import type { Flat, Piece } from './flatten.ts';

/** Units of room that the picture has on both sides of what is drawn. */
const margins = 4;

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Brings a drawing to the width of its picture that its pair shares; one that is wider stays as it is. A stack of boxes
 * fills that width, so that it begins below its heading as its pair does; other drawings get the same room on both sides.
 */
export function widen(flat: Flat, width: number | undefined): Flat {
  const spare = (width ?? 0) - margins - Math.ceil(flat.width);
  if (spare <= 0) return flat;
  const wide = Math.ceil(flat.width) + spare;
  if (flat.pieces.length > 0 && flat.pieces.every(({ kind }) => kind === 'box' || kind === 'text'))
    return { ...flat, pieces: flat.pieces.map((piece) => stretched(piece, flat.left, wide / flat.width)), width: wide };
  return { ...flat, left: round(flat.left - spare / 2), width: wide };
}

/** A box that is wider by a factor, measured from the left edge, or words that stay in the middle of theirs. */
function stretched(piece: Piece, left: number, factor: number): Piece {
  const at = (x: number) => round(left + (x - left) * factor);
  if (piece.kind === 'box') return { ...piece, x: at(piece.x), width: round(piece.width * factor) };
  if (piece.kind === 'text') return { ...piece, rows: piece.rows.map((row) => ({ ...row, x: at(row.x) })) };
  return piece;
}
