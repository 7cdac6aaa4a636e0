import { existsSync, globSync } from 'node:fs';
import path from 'node:path';

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
