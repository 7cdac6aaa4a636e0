import type { Piece } from '../render/flatten.ts';

/** A number in a dot, by which a step of the list finds its part of the drawing. */
export interface NumberPiece {
  kind: 'number';
  x: number;
  y: number;
  text: string;
  /** Whether it marks harm: an attack, a failure. */
  warn: boolean;
}

/** One shape of a drawing placed by hand. */
export interface Shape {
  piece: Piece | NumberPiece;
  /** Numbers of the steps that it belongs to, `1 3`; empty for what belongs to all. */
  parts: string;
}

/** A drawing placed by hand, read from its source. */
export interface HandDrawing {
  width: number;
  height: number;
  /** In the order in which they are drawn. */
  shapes: Shape[];
}
