import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { diagramFile, diagramSource } from '#model/diagram-files.ts';
import { onceRead } from '#model/once-read.ts';
import { portableSvg } from './portable.ts';
import { slideDrawing } from './slide.ts';
import type { HandDrawing } from './draw/shapes.ts';
import { parseDiagram, type DiagramWords } from './source.ts';

/** A diagram as a page shows it. */
export interface Diagram extends DiagramWords {
  /** SVG to inline in a page. */
  svg: string;
  /** SVG for slides, in landscape where the drawing would be too tall. */
  slide: string;
  /** Natural width in CSS pixels. */
  width: number;
  /** Natural height in CSS pixels. */
  height: number;
  /** Its source, without front matter. */
  body: string;
  /** Roles of the participants of a sequence, by id. */
  participants: Readonly<Record<string, string>>;
  /** Its shapes, if they were placed by hand. */
  drawing?: HandDrawing;
  /** What happens at each numbered part of the drawing; none for most drawings. */
  steps: readonly string[];
  /** Label of the slider that adds the numbered parts one by one, if the drawing has one. */
  slider?: string;
  /** Highest number of a part; 0 for a drawing without parts. */
  parts: number;
}

/**
 * Reads a diagram from `content/diagrams`.
 * @throws if its source or its drawing is missing
 */
export const readDiagram = (id: string, root = process.cwd()): Diagram =>
  onceRead(`diagram ${id} ${path.resolve(root)}`, () => parseFiles(id, root));

function parseFiles(id: string, root: string): Diagram {
  const file = diagramSource(id, root);
  const [source, drawing] = [`${root}/${file}`, `${root}/${diagramFile(id, 'svg')}`];
  if (!existsSync(source)) throw new Error(`There is no diagram "${id}": ${file} is missing.`);
  if (!existsSync(drawing)) throw new Error(`The diagram "${id}" is not rendered. Run: npm run diagrams`);
  const { source: words } = parseDiagram(file, readFileSync(source, 'utf8'));
  const svg = portableSvg(readFileSync(drawing, 'utf8').replace(/ data-hash="[^"]*"/, ''));
  const [, width = '0', height = '0'] = / width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const parts = Math.max(
    0,
    ...[...svg.matchAll(/data-part="([\d ]+)"/g)].flatMap(([, list]) => list!.split(' ').map(Number)),
  );
  const slide = slideDrawing(id, words, svg, root);
  return { ...words, svg, slide, parts, width: Number(width), height: Number(height) };
}
