import type { Flat } from './flatten.ts';

/** Units of room that the picture has on both sides of what is drawn. */
const margins = 4;

/** Brings a drawing to the width of its picture that its pair shares, the same on both sides; one that is wider stays as it is. */
export function widen(flat: Flat, width: number | undefined): Flat {
  const spare = (width ?? 0) - margins - Math.ceil(flat.width);
  if (spare <= 0) return flat;
  return { ...flat, left: Math.round((flat.left - spare / 2) * 10) / 10, width: Math.ceil(flat.width) + spare };
}
