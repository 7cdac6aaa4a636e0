import { leastWords, standsBeside, viewOf } from '#features/diagrams/index.ts';

/** Slides are 13.333 by 7.5 inches: 1920 by 1080 pixels, and a point is two of them. */
export const slideInches = { width: 13.333, height: 7.5 };
export const margin = 0.5;

/** Points of an inch. */
export const inch = 72;

const across = slideInches.width;

/** A rectangle on a slide, in inches. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Where sentence, picture and short link stand. */
interface Places {
  says: Box;
  picture: Box;
  spoken: Box;
  /** Edge at which the short link stands. */
  align: 'left' | 'right';
}

/** The two layouts of a slide: the sentence above a picture in landscape, and beside one that is nearly as high as it is wide. */
export const layouts = {
  above: {
    says: { x: margin, y: 0.2, w: across - 2 * margin, h: 0.95 },
    picture: { x: 0.09, y: 1.15, w: across - 0.18, h: 5.8 },
    spoken: { x: margin, y: 7, w: across - 2 * margin, h: 0.4 },
    align: 'right',
  },
  beside: {
    says: { x: margin, y: 0.4, w: 4.2, h: 5.4 },
    picture: { x: 4.9, y: 0.2, w: 8.25, h: 7.1 },
    spoken: { x: margin, y: 6.1, w: 4.2, h: 1.2 },
    align: 'left',
  },
} satisfies Record<string, Places>;

export type Layout = keyof typeof layouts;

/** The largest rectangle with a drawing's own proportions in the middle of a picture's place. */
function fit({ x, y, w, h }: Box, svg: string): Box {
  const [, , width, height] = viewOf(svg);
  const scale = Math.min(w / width, h / height);
  const [wide, high] = [width * scale, height * scale];
  return { x: x + (w - wide) / 2, y: y + (h - high) / 2, w: wide, h: high };
}

/** The layout of a slide with a drawing. */
export const layoutOf = (svg: string): Layout => (standsBeside(svg) ? 'beside' : 'above');

/** The rectangle that a drawing fills on its slide. */
export const pictureBox = (svg: string): Box => fit(layouts[layoutOf(svg)].picture, svg);

/** Size of the smallest words of a drawing as it stands on its slide, in points. */
export const deckPoints = (svg: string): number => (leastWords(svg) * pictureBox(svg).w * inch) / viewOf(svg)[2];

/** Most letters of a slide's sentence: what two lines above a picture hold. */
export const mostLetters = 120;

/** Sizes of the sentences of slides, in points. */
export const saysSizes = [24, 28, 30] as const;

/** Size of a slide's sentence in points: one that needs two lines above a picture stands smaller. */
export const saysSize = (layout: Layout, says: string): (typeof saysSizes)[number] =>
  layout === 'beside' ? 28 : says.length > 50 ? 24 : 30;
