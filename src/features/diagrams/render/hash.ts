import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { transformSync } from 'esbuild';

const require = createRequire(import.meta.url);

/** Modules whose code shapes a drawing, relative to this folder. */
const pipeline = [
  '../roles',
  '../metrics',
  '../typography',
  '../../../shared/text-width',
  './config',
  './flatten',
  './compact-rows',
  './render',
  './write',
  './widen',
  '../draw/parse',
  '../draw/elements',
  '../check/path-box',
];

/** Code without comments, types, imports and white space: what actually shapes a drawing. */
const shapingCode = (source: string) =>
  transformSync(source.replace(/^import .*$/gm, ''), {
    loader: 'ts',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  }).code;

/** Everything besides its source that shapes a drawing: the code of the pipeline and the versions of its tools. */
function toolchain(): string {
  const code = pipeline.map((name) => shapingCode(readFileSync(new URL(`${name}.ts`, import.meta.url), 'utf8')));
  const versions = ['mermaid', '@fontsource/inter'].map(
    (name) => (require(`${name}/package.json`) as { version: string }).version,
  );
  return [...code, ...versions].join('\0');
}

let tools: string | undefined;

/** Hash of a diagram's source and of everything else that shapes its drawing, 16 hexadecimal digits. */
export function diagramHash(source: string): string {
  tools ??= toolchain();
  return createHash('sha256').update(source.replaceAll('\r\n', '\n')).update(tools).digest('hex').slice(0, 16);
}
