import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { diagramFile, diagramSource } from '#model/diagram-files.ts';
import type { Problem } from '#shared/problem.ts';
import { didYouMean } from '#shared/suggest.ts';
import { parseDrawn } from '../draw/parse.ts';
import { slideDrawing, slideFile, slideFolder } from '../slide.ts';
import { parseDiagram } from '../source.ts';
import { leastPoints, slidePoints, viewOf } from '../view.ts';

/** Signature of `checkDrawing`, which is passed in because its module imports this one. */
type CheckDrawing = (id: string, file: string, svg: string, description: string, form: 'slide') => Problem[];

/** Reports drawings whose text would be too small on a slide, and landscape forms that are invalid or belong to no diagram. */
export function slideProblems(root: string, ids: readonly string[], check: CheckDrawing): Problem[] {
  const forms = globSync('*.draw', { cwd: path.join(root, slideFolder) }).map((file) => file.slice(0, -'.draw'.length));
  const orphans = forms
    .filter((id) => !ids.includes(id))
    .map((id) => ({
      file: slideFile(id),
      problem: `a form for slides of "${id}", and there is no such diagram`,
      fix: didYouMean(id, ids),
    }));
  return [...orphans, ...ids.flatMap((id) => problemsOf(root, id, check))];
}

function problemsOf(root: string, id: string, check: CheckDrawing): Problem[] {
  const drawn = path.join(root, diagramFile(id, 'svg'));
  if (!existsSync(drawn)) return [];
  const source = diagramSource(id, root);
  const words = parseDiagram(source, readFileSync(path.join(root, source), 'utf8')).source;
  const form = path.join(root, slideFile(id));
  const own = existsSync(form);
  const parsed = own ? parseDrawn(slideFile(id), readFileSync(form, 'utf8'), 0).problems : [];
  if (parsed.length > 0) return parsed;
  const svg = slideDrawing(id, words, readFileSync(drawn, 'utf8'), root);
  return [...(own ? check(id, slideFile(id), svg, words.accDescr, 'slide') : []), ...sizeProblem(id, svg, own, source)];
}

/** Reports text that is too small for the last row. */
function sizeProblem(id: string, svg: string, own: boolean, source: string): Problem[] {
  const points = slidePoints(svg);
  if (points >= leastPoints) return [];
  const [, , width, height] = viewOf(svg);
  return [
    {
      file: own ? slideFile(id) : source,
      problem: `the drawing is ${width} by ${height} units: its smallest words would have ${points.toFixed(1)} points on a slide, fewer than ${leastPoints}`,
      fix: own
        ? 'Keep it within 780 by 430 units.'
        : `Draw it in landscape for slides, in ${slideFile(id)}, within 780 by 430 units.`,
    },
  ];
}
