import { leastWords, standsBeside, viewOf } from '#features/diagrams/index.ts';

/** Size of a slide in inches: 1920 by 1080 pixels, two pixels per point. */
export const slideInches = { width: 13.333, height: 7.5 };
/** Margin at the left and right edge of a slide, in inches. */
export const margin = 0.5;

/** Points per inch. */
export const inch = 72;

const across = slideInches.width;

/** A rectangle on a slide, in inches. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Positions of text, picture and short link on a slide. */
interface Places {
  /** Text of the slide. */
  says: Box;
  /** Area within which the picture is centred. */
  picture: Box;
  /** Short link. */
  spoken: Box;
  /** Alignment of the short link. */
  align: 'left' | 'right';
}

/** The layouts of a slide: text above a landscape picture, or beside one that is nearly as high as it is wide. */
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

/** Name of a layout: text `above` or `beside` the picture. */
export type Layout = keyof typeof layouts;

/** The largest rectangle with the diagram's aspect ratio, centred in the picture's area. */
function fit({ x, y, w, h }: Box, svg: string): Box {
  const [, , width, height] = viewOf(svg);
  const scale = Math.min(w / width, h / height);
  const [wide, high] = [width * scale, height * scale];
  return { x: x + (w - wide) / 2, y: y + (h - high) / 2, w: wide, h: high };
}

/** The layout of a slide with this diagram. */
export const layoutOf = (svg: string): Layout => (standsBeside(svg) ? 'beside' : 'above');

/** The rectangle, in inches, that a diagram fills on its slide. */
export const pictureBox = (svg: string): Box => fit(layouts[layoutOf(svg)].picture, svg);

/** Font size of a diagram's smallest text on its slide, in points. */
export const deckPoints = (svg: string): number => (leastWords(svg) * pictureBox(svg).w * inch) / viewOf(svg)[2];

/** Maximum number of characters of a slide's text: two lines above a picture. */
export const mostLetters = 120;

/** Font sizes of slide text, in points. */
export const saysSizes = [24, 28, 30] as const;

/** Font size of a slide's text in points. Text that needs two lines above a picture is smaller. */
export const saysSize = (layout: Layout, says: string): (typeof saysSizes)[number] =>
  layout === 'beside' ? 28 : says.length > 50 ? 24 : 30;
