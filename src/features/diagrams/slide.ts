import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { folder } from '#model/diagram-files.ts';
import { parseDrawn } from './draw/parse.ts';
import { portableSvg } from './portable.ts';
import { writeDrawn } from './render/write.ts';
import type { DiagramWords } from './source.ts';

/** Font attributes of the digits in the dots of steps, and those of labels, which replace them on slides. */
const digits = 'font-size="14" font-weight="600"';
const asWords = 'font-size="15" font-weight="600"';

/** Folder of the landscape forms, relative to the project root. */
export const slideFolder = `${folder}/slides`;

/**
 * Path of a drawing's landscape form, relative to the project root. It exists only where the drawing itself is too tall for a slide, or says less
 * than a slide can.
 */
export const slideFile = (id: string) => `${slideFolder}/${id}.draw`;

/**
 * Returns the SVG of a drawing for slides: its landscape form if it has one, otherwise itself.
 * @param words name and description, which both forms share
 * @param svg the drawing as pages show it
 */
export function slideDrawing(id: string, words: DiagramWords, svg: string, root = process.cwd()): string {
  const file = path.join(root, slideFile(id));
  if (!existsSync(file)) return svg.replaceAll(digits, asWords);
  const { drawing } = parseDrawn(slideFile(id), readFileSync(file, 'utf8'), 0);
  const drawn = writeDrawn(`${id}-slide`, words, drawing, '').replace(' data-hash=""', '');
  return portableSvg(drawn).replaceAll(digits, asWords);
}
