import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';

/**
 * The code of a browser script or a style sheet, minified, to be put into a page.
 * @param file path from the project's root: the build moves modules, so a path relative to one would not hold
 */
export function minified(file: string): string {
  const kind = file.endsWith('.css') ? ({ loader: 'css' } as const) : ({ loader: 'ts', format: 'iife' } as const);
  const text = readFileSync(path.resolve(file), 'utf8');
  return transformSync(text, { ...kind, minify: true, legalComments: 'none' }).code.trim();
}
