import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { allModules, inlineModules, isShared, plainImports, type ModuleScript } from '#features/optimise/index.ts';

/** Which of the scripts that are loaded on demand are in the copy. */
export interface LaterScripts {
  /** Whether to bundle what the page's own script loads on demand, and what that loads in turn. */
  whole?: boolean;
  /** Path from the page to the folder of scripts, if those loaded on demand are in the copy: a server on the reader's machine can then serve them. */
  later?: string | undefined;
}

/** Leaves out what scripts load on demand, except for what the copy contains. */
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
 * Bundles module scripts into one classic script, since browsers load no modules from a disk.
 * Scripts that are left out fail to load, which callers have to handle anyway.
 * @param folder folder of the build with the files of the scripts
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
    // Vite's helper would need the script's own address, which a classic script does not have.
    plugins: [plainImports(modules, folder), inlineModules(modules, folder), laterParts(parts)],
  });
  return outputFiles[0]!.text.trim();
}
