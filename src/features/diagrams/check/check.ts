import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '#shared/problem.ts';
import { parseDrawing, type Drawing } from './drawing.ts';
import { diagramFile, diagramIds, diagramSource, folder, sourceKinds } from '#model/diagram-files.ts';
import { geometryProblems } from './geometry.ts';
import { pairProblems } from './pairs.ts';
import { slideProblems } from './slides.ts';
import { diagramHash } from '../render/hash.ts';
import { palette } from '../roles.ts';
import { parseDiagram } from '../source.ts';

/** Maximum size of a drawing in bytes: a larger one contains something other than shapes and text. */
const largest = 12_000;
const elements = new Set(['svg', 'title', 'desc', 'rect', 'path', 'circle', 'g', 'text', 'tspan']);
const colours = palette();
const redraw = 'Run: npm run diagrams';

/** Checks all diagrams below `root`. Reads files only, and needs no browser. */
export function checkDiagrams(root: string): Problem[] {
  const ids = diagramIds(root);
  const drawn = globSync('*.svg', { cwd: path.join(root, folder) }).map((file) => file.slice(0, -4));
  const orphans = drawn
    .filter((id) => !ids.includes(id))
    .map((id) => ({
      file: diagramFile(id, 'svg'),
      problem: 'a drawing without a source',
      fix: `Delete it, or write ${diagramFile(id, 'mmd')} or ${diagramFile(id, 'draw')}.`,
    }));
  return [
    ...ids.flatMap((id) => checkDiagram(root, id)),
    ...orphans,
    ...sharedIds(root, drawn),
    ...pairProblems(root),
    ...slideProblems(root, ids, checkDrawing),
  ];
}

/** Reports ids that are used twice: two drawings on one page would reference each other's elements. */
function sharedIds(root: string, drawn: string[]): Problem[] {
  const first = new Map<string, string>();
  return drawn.sort().flatMap((name) => {
    const file = diagramFile(name, 'svg');
    const ids = [...readFileSync(path.join(root, file), 'utf8').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    return ids.flatMap((id) => {
      const other = first.get(id);
      first.set(id, other ?? file);
      return other ? [{ file, problem: `the id ${id} also stands in ${other}`, fix: redraw }] : [];
    });
  });
}

function checkDiagram(root: string, id: string): Problem[] {
  const [source, svg] = [diagramSource(id, root), diagramFile(id, 'svg')];
  const text = readFileSync(path.join(root, source), 'utf8');
  const parsed = parseDiagram(source, text);
  const problems = [...parsed.problems, ...twice(root, id)];
  const words = parsed.source;
  if (!existsSync(path.join(root, svg)))
    return [...problems, { file: svg, problem: 'the drawing is missing', fix: redraw }];
  const drawing = readFileSync(path.join(root, svg), 'utf8');
  if (!drawing.includes(`data-hash="${diagramHash(text)}"`)) {
    return [
      ...problems,
      { file: svg, problem: 'the drawing is stale: its source or the tools have changed', fix: redraw },
    ];
  }
  return [...problems, ...checkDrawing(id, svg, drawing, words.accDescr)];
}

/** Reports an id with two sources, because nothing says which of them counts. */
function twice(root: string, id: string): Problem[] {
  const [one, other] = sourceKinds.map((kind) => diagramFile(id, kind)) as [string, string];
  if (![one, other].every((file) => existsSync(path.join(root, file)))) return [];
  return [{ file: one, problem: `the drawing has a second source, ${other}`, fix: 'Delete one of the two.' }];
}

/** Checks one drawing, independently of its source. */
export function checkDrawing(
  id: string,
  file: string,
  svg: string,
  description: string,
  form: 'page' | 'slide' = 'page',
): Problem[] {
  const drawing = parseDrawing(svg);
  const tell = (problem: string, fix: string): Problem => ({ file, problem, fix });
  const problems = geometryProblems(drawing, form).map((problem) =>
    tell(problem, 'Shorten the label, break it with <br/>, or give it a column that fits.'),
  );
  for (const { name, attributes } of drawing.elements) {
    if (!elements.has(name)) problems.push(tell(`<${name}> does not belong in a drawing`, redraw));
    for (const key of ['style', 'class', 'href', 'xlink:href', 'onload', 'filter', 'marker-end'])
      if (key in attributes) problems.push(tell(`<${name}> has the attribute ${key}`, redraw));
    for (const key of ['fill', 'stroke']) {
      const colour = attributes[key];
      if (colour && !colours.has(colour))
        problems.push(
          tell(`the colour ${colour} is not in the palette`, 'Use roles; see src/features/diagrams/roles.ts.'),
        );
    }
    if (attributes.id && !attributes.id.startsWith(`dg-${id}-`))
      problems.push(tell(`the id ${attributes.id} is not the diagram's own`, redraw));
  }
  if (!isNamed(drawing.elements, svg) || description === '')
    problems.push(tell('the drawing has no name or description', 'Write accTitle and accDescr in its source.'));
  if (svg.length > largest)
    problems.push(tell(`the drawing has ${svg.length} bytes, more than ${largest}`, 'Split it: one idea a drawing.'));
  return problems;
}

/** Whether the drawing is exposed as an image with a name and a sufficiently long description. */
function isNamed(elements: Drawing['elements'], svg: string): boolean {
  const ids = elements.map(({ attributes }) => attributes.id);
  const { role, ...root } = elements[0]?.attributes ?? {};
  const referred = [root['aria-labelledby'], root['aria-describedby']].join(' ').trim().split(/\s+/);
  const written = /<title [^>]*>[^<]+<[^]*<desc [^>]*>[^<]{60,}/.test(svg);
  return role === 'img' && written && referred.length === 2 && referred.every((id) => ids.includes(id));
}
