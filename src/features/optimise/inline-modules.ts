import type { Plugin, StdinOptions } from 'esbuild';

/** A module script of a page: a file of the build, or inline. */
export type ModuleScript = { src: string } | { text: string };

/**
 * Source of a module that imports all of these, in order.
 * @param folder folder of the build that contains the script files
 */
export const allModules = (modules: readonly ModuleScript[], folder: string): StdinOptions => ({
  contents: modules
    .map((script, index) =>
      'src' in script ? `import ${JSON.stringify(`./${script.src.split('/').pop()!}`)};` : `import "inline:${index}";`,
    )
    .join('\n'),
  resolveDir: folder,
  loader: 'js',
});

/** esbuild plugin that resolves the inline scripts named by {@link allModules}. */
export const inlineModules = (modules: readonly ModuleScript[], folder: string): Plugin => ({
  name: 'inline-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^inline:/ }, ({ path }) => ({ path, namespace: 'inline' }));
    onLoad({ filter: /.*/, namespace: 'inline' }, ({ path }) => ({
      contents: (modules[Number(path.slice(7))] as { text: string }).text,
      resolveDir: folder,
    }));
  },
});
