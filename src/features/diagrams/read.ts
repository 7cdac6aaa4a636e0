import { existsSync, readFileSync } from 'node:fs';
import { diagramFile } from '#model/diagram-files.ts';
import { contentVersion } from '#model/content-version.ts';
import { portableSvg } from './portable.ts';
import { parseDiagram, type DiagramWords } from './source.ts';

/** A diagram as a page shows it. */
export interface Diagram extends DiagramWords {
  /** The drawing, to stand in the page as it is. */
  svg: string;
  /** Width of the drawing in CSS pixels at its natural size. */
  width: number;
  height: number;
  /** Its Mermaid source, without front matter. */
  mermaid: string;
}

const cache = new Map<string, { version: number; diagram: Diagram }>();

/**
 * Reads a diagram from `content/diagrams`.
 * @throws if there is no source or no drawing of that name
 */
export function readDiagram(id: string, root = process.cwd()): Diagram {
  const known = cache.get(id);
  if (known?.version === contentVersion()) return known.diagram;
  const [source, drawing] = (['mmd', 'svg'] as const).map((kind) => `${root}/${diagramFile(id, kind)}`) as [
    string,
    string,
  ];
  if (!existsSync(source)) throw new Error(`There is no diagram "${id}": ${diagramFile(id, 'mmd')} is missing.`);
  if (!existsSync(drawing)) throw new Error(`The diagram "${id}" is not rendered. Run: npm run diagrams`);
  const { source: words } = parseDiagram(diagramFile(id, 'mmd'), readFileSync(source, 'utf8'));
  const svg = portableSvg(readFileSync(drawing, 'utf8').replace(/ data-hash="[^"]*"/, ''));
  const [, width = '0', height = '0'] = / width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const diagram = { ...words, svg, width: Number(width), height: Number(height) };
  cache.set(id, { version: contentVersion(), diagram });
  return diagram;
}
