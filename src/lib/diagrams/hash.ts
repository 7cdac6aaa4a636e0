import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Everything besides its source that shapes a drawing: the code of the pipeline and the versions of its tools. */
function toolchain(): string {
  const code = ['roles', 'config', 'flatten', 'squeeze', 'render', 'write'].map((name) =>
    readFileSync(new URL(`./${name}.ts`, import.meta.url), 'utf8'),
  );
  const versions = ['mermaid', '@fontsource/inter'].map(
    (name) => (require(`${name}/package.json`) as { version: string }).version,
  );
  return [...code, ...versions].join('\0').replaceAll('\r\n', '\n');
}

let tools: string | undefined;

/** Hash of a diagram's source and of all that shapes its drawing, 16 hexadecimal digits. */
export function diagramHash(source: string): string {
  tools ??= toolchain();
  return createHash('sha256').update(source.replaceAll('\r\n', '\n')).update(tools).digest('hex').slice(0, 16);
}
