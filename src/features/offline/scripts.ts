import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { allModules, inlineModules, type ModuleScript } from '#features/optimise/index.ts';

/**
 * Leaves out what scripts would load later, but for what the script of one component loads, and what that loads in turn.
 * @param component name of the component, as its script's file begins with it
 */
const laterParts = (component: string | undefined): Plugin => {
  const kept = new Set<string>();
  const isKept = (importer: string) =>
    kept.has(importer) || (component !== undefined && path.basename(importer).startsWith(`${component}.astro`));
  return {
    name: 'later-parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path: name, kind, importer, resolveDir }) => {
        if (isKept(importer)) {
          const file = path.join(resolveDir, name);
          kept.add(file);
          return { path: file };
        }
        return kind === 'dynamic-import' ? { path: name, namespace: 'never' } : undefined;
      });
      onLoad({ filter: /.*/, namespace: 'never' }, () => ({
        contents: 'throw new Error("not in the offline copy");',
      }));
    },
  };
};

/**
 * Module scripts as one classic script, since browsers load no modules from a disk.
 * What they would load later is not there: they then do what they do when it does not load.
 * @param folder folder of the build that holds the scripts' files
 * @param whole component whose script is to have all that it loads later
 */
export async function classicScript(modules: readonly ModuleScript[], folder: string, whole?: string): Promise<string> {
  if (modules.length === 0) return '';
  const { outputFiles } = await build({
    stdin: allModules(modules, folder),
    bundle: true,
    format: 'iife',
    minify: true,
    write: false,
    legalComments: 'none',
    logLevel: 'error',
    plugins: [inlineModules(modules, folder), laterParts(whole)],
  });
  return outputFiles[0]!.text.trim();
}
