import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { remember } from './remember.ts';

const minify = (loader: 'css' | 'ts') =>
  remember((text) => {
    const format = loader === 'ts' ? ({ format: 'iife' } as const) : {};
    return transformSync(text, { loader, ...format, minify: true, legalComments: 'none' }).code.trim();
  });
const styles = minify('css');
const script = minify('ts');

/**
 * Minified code of a browser script or a style sheet, for inlining into a page.
 * @param file path relative to the project root: the build moves modules, so a path relative to the module would break
 */
export const minified = (file: string): string =>
  (file.endsWith('.css') ? styles : script)(readFileSync(path.resolve(file), 'utf8'));
