import { build } from 'esbuild';
import { allModules, inlineModules, type ModuleScript } from '#features/optimise/index.ts';

/**
 * Module scripts as one classic script, since browsers load no modules from a disk.
 * What they would load later is not there: they then do what they do when it does not load.
 * @param folder folder of the build that holds the scripts' files
 * @param later where a page finds that folder, if what its scripts load later is in the copy: a server on the reader's machine can then serve it
 */
export async function classicScript(modules: readonly ModuleScript[], folder: string, later?: string): Promise<string> {
  if (modules.length === 0) return '';
  const { outputFiles } = await build({
    stdin: allModules(modules, folder),
    bundle: true,
    format: 'iife',
    minify: true,
    write: false,
    legalComments: 'none',
    logLevel: 'error',
    plugins: [
      inlineModules(modules, folder),
      {
        name: 'never',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /.*/ }, ({ path, kind }) =>
            kind !== 'dynamic-import'
              ? undefined
              : later === undefined
                ? { path, namespace: 'never' }
                : { path: `${later}/${path.replace(/^\.\//, '')}`, external: true },
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
