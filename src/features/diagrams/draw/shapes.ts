import type { Piece } from '../render/flatten.ts';

/** A number in a dot, which links a step of the list to its part of the drawing. */
export interface NumberPiece {
  kind: 'number';
  /** Centre of the dot, in units. */
  x: number;
  y: number;
  /** The number. */
  text: string;
  /** Whether it marks harm: an attack, a failure. */
  warn: boolean;
}

/** One shape of a hand-placed drawing. */
export interface Shape {
  piece: Piece | NumberPiece;
  /** Numbers of the steps that it belongs to, separated by spaces; empty for what belongs to all. */
  parts: string;
}

/** A parsed hand-placed drawing. Width and height are in units. */
export interface HandDrawing {
  width: number;
  height: number;
  /** In drawing order. */
  shapes: Shape[];
}
