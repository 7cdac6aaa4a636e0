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
 * The code of a browser script or a style sheet, minified, to be put into a page.
 * @param file path from the project's root: the build moves modules, so a path relative to one would not hold
 */
export const minified = (file: string): string =>
  (file.endsWith('.css') ? styles : script)(readFileSync(path.resolve(file), 'utf8'));
