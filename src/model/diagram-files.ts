import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import type { Page } from './page.ts';

/** Folder of the diagrams, relative to the project root. */
export const folder = 'content/diagrams';

/** File extensions of diagram sources: Mermaid, or manually positioned shapes. */
export const sourceKinds = ['mmd', 'draw'] as const;
type SourceKind = (typeof sourceKinds)[number];

const idOf = (file: string) => file.replace(/\.\w+$/, '');

/** Ids of all diagrams below `root` that have a source, sorted. */
export const diagramIds = (root: string) =>
  [...new Set(globSync(`*.{${sourceKinds.join(',')}}`, { cwd: path.join(root, folder) }).map(idOf))].sort();

/** Path of a diagram's source or rendered SVG, relative to the project root. */
export const diagramFile = (id: string, kind: SourceKind | 'svg') => `${folder}/${id}.${kind}`;

/** Path of the source that a diagram has below `root`, relative to the project root; the Mermaid path if it has none. */
export const diagramSource = (id: string, root = process.cwd()) =>
  diagramFile(id, existsSync(path.join(root, diagramFile(id, 'draw'))) ? 'draw' : 'mmd');

/** Components that show diagrams. Each of their attributes is a diagram id. */
export const drawingComponents: ReadonlySet<string> = new Set(['Diagram', 'DiagramPair', 'DiagramSlider', 'Steps']);

/** A drawing on a page: its id, and whether another one has replaced it there, so that only links to it lead to the page. */
export interface DrawingUse {
  id: string;
  replaced: boolean;
}

/** The drawings on a page, in its order. Labs and blocks of commands may have the same ids, so only components that draw count. */
export const drawingsOn = ({ uses }: Pick<Page, 'uses'>): DrawingUse[] =>
  uses
    .filter(({ component }) => drawingComponents.has(component))
    .flatMap(({ attribute, id }) => id.split(' ').map((one) => ({ id: one, replaced: attribute === 'replaces' })));
