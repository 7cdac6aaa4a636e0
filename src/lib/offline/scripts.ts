import { build } from 'esbuild';
import type { ModuleScript } from '../finish/scripts.ts';

/**
 * Module scripts as one classic script, since browsers load no modules from a disk.
 * What they would load later is not there: they then do what they do when it does not load.
 * @param folder folder of the build that holds the scripts' files
 */
export async function classicScript(modules: readonly ModuleScript[], folder: string): Promise<string> {
  if (modules.length === 0) return '';
  const imports = modules.map((script, index) =>
    'src' in script ? `import ${JSON.stringify(`./${script.src.split('/').pop()!}`)};` : `import "inline:${index}";`,
  );
  const { outputFiles } = await build({
    stdin: { contents: imports.join('\n'), resolveDir: folder, loader: 'js' },
    bundle: true,
    format: 'iife',
    minify: true,
    write: false,
    legalComments: 'none',
    logLevel: 'error',
    plugins: [
      {
        name: 'inline-and-never',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^inline:/ }, ({ path }) => ({ path, namespace: 'inline' }));
          onLoad({ filter: /.*/, namespace: 'inline' }, ({ path }) => ({
            contents: (modules[Number(path.slice(7))] as { text: string }).text,
            resolveDir: folder,
          }));
          onResolve({ filter: /.*/ }, ({ path, kind }) =>
            kind === 'dynamic-import' ? { path, namespace: 'never' } : undefined,
          );
          onLoad({ filter: /.*/, namespace: 'never' }, () => ({
            contents: 'throw new Error("not in the offline copy");',
          }));
        },
      },
    ],
  });
  return outputFiles[0]!.text.trim();
}
