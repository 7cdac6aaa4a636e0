import type { Box } from './drawing.ts';

/**
 * Corners of a path made of lines and arcs, in absolute units. Arcs count by their ends only.
 * @returns nothing for curves, which no node of the site has
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

/** Box around the corners of a path: a hexagon or a cylinder; nothing for curves. */
export function pathBox(d: string): Box | undefined {
  const points = pathCorners(d);
  if (!points) return undefined;
  const [xs, ys] = [points.map(([px]) => px), points.map(([, py]) => py)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
