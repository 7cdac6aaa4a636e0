import type { ShapeBox } from './drawing.ts';

/**
 * Corners of a path of lines and arcs, in absolute units. Arcs count by their end points only.
 * @returns undefined for curves, which no node of the site has
 */
export function pathCorners(d: string): [number, number][] | undefined {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', list = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (list.match(/-?[\d.]+/g) ?? []).map(Number);
    const step = { M: 2, L: 2, A: 7, H: 1, V: 1, Z: 0 }[command.toUpperCase()];
    if (step === undefined) return undefined;
    const relative = command !== command.toUpperCase();
    for (let at = 0; at < numbers.length; at += Math.max(1, step)) {
      const [ax, ay] = relative ? [x, y] : [0, 0];
      if (step > 1) [x, y] = [ax + numbers[at + step - 2]!, ay + numbers[at + step - 1]!];
      else if (command.toUpperCase() === 'H') x = ax + numbers[at]!;
      else y = ay + numbers[at]!;
      points.push([x, y]);
    }
  }
  return points;
}

/** Bounding box of a path: a hexagon, or a cylinder with the bulges of its lid and its bottom. Undefined for curves. */
export function pathBox(d: string): ShapeBox | undefined {
  const points = pathCorners(d);
  if (!points) return undefined;
  const arcs = bulges(d);
  const [lid] = arcs;
  const [xs, ys] = [points.map(([px]) => px), [...points.map(([, py]) => py), ...arcs]];
  const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  return lid === undefined ? box : { ...box, lid };
}

/** Vertical extremes of the half ellipses in a path, in order. The first one of a cylinder is the lower edge of its lid. */
function bulges(d: string): number[] {
  const arc = /a([\d.]+)[ ,]([\d.]+)[ ,]0[ ,][01][ ,]([01])[ ,](-?[\d.]+)[ ,]0(?![.\d])/g;
  return [...d.matchAll(arc)].flatMap(({ 2: height, 3: sweep, 4: across, index }) => {
    const [, y] = pathCorners(d.slice(0, index))?.at(-1) ?? [];
    const down = (sweep === '0') === Number(across) > 0;
    return y === undefined ? [] : [down ? y + Number(height) : y - Number(height)];
  });
}
