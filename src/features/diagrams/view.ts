/** A rectangle that a picture shows, in the drawing's units. */
export type ViewBox = [left: number, top: number, width: number, height: number];

/** Size of a slide that fills a projector, px. */
export const slideSize: [width: number, height: number] = [1920, 1080];

/** Room between the drawing and the edge of the slide on its tightest sides, px. */
const edge = 12;

/** Smallest words that the last row of a room reads, in points of a slide 7.5 inches high. */
export const leastPoints = 18;

/** On a slide of 1080 pixels in 7.5 inches, a point is two of them. */
const pixelsPerPoint = 2;

/** The rectangle that a drawing fills. */
export function viewOf(svg: string): ViewBox {
  const [left = 0, top = 0, width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
  return [left, top, width, height];
}

/** Whether a drawing is so high that it gets larger beside words than above or below them, in a picture of 16 by 9. */
export function standsBeside(svg: string): boolean {
  const [, , width, height] = viewOf(svg);
  return width / height < 1.37;
}

/** What a slide shows around a drawing: as large as it gets, in the middle. */
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

/** Size of the smallest words of a drawing, in its own units. */
export const leastWords = (svg: string): number =>
  Math.min(...[...svg.matchAll(/ font-size="([\d.]+)"/g)].map(([, size]) => Number(size)));

/** Size of the smallest words of a drawing that fills a slide, in points. */
export const slidePoints = (svg: string): number =>
  ((leastWords(svg) / slideView(svg)[3]) * slideSize[1]) / pixelsPerPoint;
