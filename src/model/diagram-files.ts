import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import type { Page } from './page.ts';

/** Folder of the diagrams, from the project's root. */
export const folder = 'content/diagrams';

/** Forms that a diagram's source can have: Mermaid, or shapes placed by hand. */
export const sourceKinds = ['mmd', 'draw'] as const;
type SourceKind = (typeof sourceKinds)[number];

const idOf = (file: string) => file.replace(/\.\w+$/, '');

/** Ids of all diagrams with a source below `root`, sorted. */
export const diagramIds = (root: string) =>
  [...new Set(globSync(`*.{${sourceKinds.join(',')}}`, { cwd: path.join(root, folder) }).map(idOf))].sort();

/** Path of a diagram's source or drawing from the project's root. */
export const diagramFile = (id: string, kind: SourceKind | 'svg') => `${folder}/${id}.${kind}`;

/** Path of a diagram's source from the project's root, in the form that it has below `root`; Mermaid's if there is none. */
export const diagramSource = (id: string, root = process.cwd()) =>
  diagramFile(id, existsSync(path.join(root, diagramFile(id, 'draw'))) ? 'draw' : 'mmd');

/** Components by which pages show drawings: each attribute of theirs names one. */
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
