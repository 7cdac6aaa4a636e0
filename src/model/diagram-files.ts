import { globSync } from 'node:fs';
import path from 'node:path';

/** Folder of the diagrams, from the project's root. */
export const folder = 'content/diagrams';

/** Ids of all diagrams with a source below `root`, sorted. */
export const diagramIds = (root: string) =>
  globSync('*.mmd', { cwd: path.join(root, folder) })
    .map((file) => file.slice(0, -4))
    .sort();

/** Path of a diagram's source or drawing from the project's root. */
export const diagramFile = (id: string, kind: 'mmd' | 'svg') => `${folder}/${id}.${kind}`;
