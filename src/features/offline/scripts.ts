import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { allModules, inlineModules, isShared, plainImports, type ModuleScript } from '#features/optimise/index.ts';

/** What of the scripts that are loaded later the copy has. */
export interface LaterScripts {
  /** Whether the script that the page has for itself is to have all that it loads later, and what that loads in turn. */
  whole?: boolean;
  /** Where a page finds the folder of scripts, if what it loads later is in the copy: a server on the reader's machine can then serve it. */
  later?: string | undefined;
}

/** Leaves out what scripts would load later, but for what the copy has. */
const laterParts = ({ whole = false, later }: LaterScripts): Plugin => {
  const kept = new Set<string>();
  const isKept = (importer: string) => kept.has(importer) || (whole && !isShared(importer));
  return {
    name: 'later-parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path: name, kind, importer, resolveDir }) => {
        if (isKept(importer)) {
          const file = path.join(resolveDir, name);
          kept.add(file);
          return { path: file };
        }
        if (kind !== 'dynamic-import') return undefined;
        if (later !== undefined) return { path: `${later}/${name.replace(/^\.\//, '')}`, external: true };
        return { path: name, namespace: 'never' };
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
 */
export async function classicScript(
  modules: readonly ModuleScript[],
  folder: string,
  parts: LaterScripts = {},
): Promise<string> {
  if (modules.length === 0) return '';
  const { outputFiles } = await build({
    stdin: allModules(modules, folder),
    bundle: true,
    format: 'iife',
    minify: true,
    write: false,
    legalComments: 'none',
    logLevel: 'error',
    // A classic script has no address of its own, which Vite's helper would ask for.
    plugins: [plainImports(modules, folder), inlineModules(modules, folder), laterParts(parts)],
  });
  return outputFiles[0]!.text.trim();
}
