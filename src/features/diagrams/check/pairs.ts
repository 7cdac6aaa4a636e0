import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { diagramFile } from '#model/diagram-files.ts';
import { parsePage } from '#model/page.ts';
import type { Problem } from '#shared/problem.ts';
import { parseDrawing, type Box, type Drawing } from './drawing.ts';

/** Units that the heights of two rows may differ before it shows. */
const slack = 1;

/** Two drawings that a page shows side by side, and where. */
interface Pair {
  file: string;
  line: number;
  containers: string;
  vms: string;
}

/** Reports pairs that are not on one grid: drawn to two scales, they would look like a measurement. */
export function pairProblems(root: string): Problem[] {
  return pairsOf(root).flatMap(({ file, line, containers, vms }) => {
    const files = [containers, vms].map((id) => path.join(root, diagramFile(id, 'svg')));
    if (!files.every((one) => existsSync(one))) return [];
    const [one, other] = files.map((svg) => parseDrawing(readFileSync(svg, 'utf8'))) as [Drawing, Drawing];
    return mismatches(one, other).map(({ problem, fix }) => ({
      ...{ file, line, fix },
      problem: `the pair ${containers} and ${vms} is not on one grid: ${problem}`,
    }));
  });
}

function pairsOf(root: string): Pair[] {
  return globSync('content/docs/**/*.mdx', { cwd: root })
    .sort()
    .flatMap((file) => {
      const { uses } = parsePage(file, readFileSync(path.join(root, file), 'utf8'));
      const sides = uses.filter(({ component }) => component === 'DiagramPair');
      return sides
        .filter(({ attribute }) => attribute === 'containers')
        .flatMap(({ id: containers, line }) => {
          const vms = sides.find((side) => side.line === line && side.attribute === 'vms')?.id;
          return vms ? [{ file, line, containers, vms }] : [];
        });
    });
}

function mismatches(one: Drawing, other: Drawing): Pick<Problem, 'problem' | 'fix'>[] {
  const [width, otherWidth] = [one, other].map(({ view }) => view.right - view.left) as [number, number];
  const wide = `Give both the same width: "width: ${Math.max(width, otherWidth)}" in Mermaid's front matter, or the viewBox.`;
  const [rows, otherRows] = [rowHeights(one), rowHeights(other)];
  return [
    ...(width === otherWidth ? [] : [{ problem: `${width} units wide and ${otherWidth}`, fix: wide }]),
    ...[...rows].flatMap(([lines, heights]) => {
      const others = otherRows.get(lines) ?? [];
      const [high, low] = [Math.max(...heights, ...others), Math.min(...heights, ...others)];
      if (others.length === 0 || high - low <= slack) return [];
      const noun = lines === 1 ? '1 line' : `${lines} lines`;
      return [
        {
          problem: `boxes with ${noun} are ${low} to ${high} units high`,
          fix: 'Make rows with as many lines equally high.',
        },
      ];
    }),
  ];
}

/** Heights of the boxes that contain text and no other box, by their number of lines. */
function rowHeights({ boxes, words }: Drawing): Map<number, number[]> {
  const heights = new Map<number, number[]>();
  const leaves = boxes.filter((box) => !boxes.some((inner) => inner !== box && holds(box, inner)));
  for (const box of leaves) {
    const lines = words.filter((word) => !word.free && holds(box, word)).length;
    if (lines > 0) heights.set(lines, [...(heights.get(lines) ?? []), Math.round((box.bottom - box.top) * 10) / 10]);
  }
  return heights;
}

const holds = (outer: Box, inner: Box) =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
