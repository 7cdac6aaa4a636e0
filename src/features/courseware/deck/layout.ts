import type { FullDeck } from './read.ts';

/** Slides are 13.333 by 7.5 inches: 1920 by 1080 pixels, and a point is two of them. */
export const slideInches = { width: 13.333, height: 7.5 };
export const margin = 0.5;
const { width } = slideInches;

/** Where sentence, picture and short link stand, in inches. */
export const place = {
  says: { x: margin, y: 0.3, w: width - 2 * margin, h: 1.15 },
  picture: { x: 0.15, y: 1.5, w: width - 0.3, h: 5.45 },
  spoken: { x: margin, y: 7, w: width - 2 * margin, h: 0.4 },
};

/** Size of a slide's sentence in points: a long one stands smaller. */
export const saysSize = (says: FullDeck['slides'][number]['says']): number => (says.length > 90 ? 24 : 30);
