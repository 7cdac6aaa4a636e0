/** A rectangle that a picture shows, in units of the drawing. */
export type ViewBox = [left: number, top: number, width: number, height: number];

/** Size of a full-screen slide in px. */
export const slideSize: [width: number, height: number] = [1920, 1080];

/** Minimum margin between the drawing and the edge of a slide, in px. */
const edge = 12;

/** Minimum font size that the last row of a room can read, in points on a slide 7.5 inches high. */
export const leastPoints = 18;

/** A slide of 1080 pixels is 7.5 inches high, so a point is two pixels. */
const pixelsPerPoint = 2;

/** The view box of a drawing. */
export function viewOf(svg: string): ViewBox {
  const [left = 0, top = 0, width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
  return [left, top, width, height];
}

/** Whether a drawing is so tall that it can be larger with text beside it than with text above or below it, in a picture of 16:9. */
export function standsBeside(svg: string): boolean {
  const [, , width, height] = viewOf(svg);
  return width / height < 1.37;
}

/** The view box of a slide that shows a drawing as large as possible, in the middle. */
export function slideView(svg: string): ViewBox {
  const [left, top, width, height] = viewOf(svg);
  const [across, down] = slideSize;
  const scale = Math.min((across - 2 * edge) / width, (down - 2 * edge) / height);
  const [viewWidth, viewHeight] = [across / scale, down / scale];
  const round = (value: number) => Math.round(value * 100) / 100;
  return [
    round(left - (viewWidth - width) / 2),
    round(top - (viewHeight - height) / 2),
    round(viewWidth),
    round(viewHeight),
  ];
}

/** Smallest font size of a drawing, in its own units. */
export const leastWords = (svg: string): number =>
  Math.min(...[...svg.matchAll(/ font-size="([\d.]+)"/g)].map(([, size]) => Number(size)));

/** Smallest font size of a drawing that fills a slide, in points. */
export const slidePoints = (svg: string): number =>
  ((leastWords(svg) / slideView(svg)[3]) * slideSize[1]) / pixelsPerPoint;
