import type { Plugin, StdinOptions } from 'esbuild';

/** One module script of a page: a file of the build, or text that stands in the page. */
export type ModuleScript = { src: string } | { text: string };

/**
 * A module that imports all of these, in their order.
 * @param folder folder of the build that holds the scripts' files
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

/** Lets esbuild find the scripts that {@link allModules} names and that are no files. */
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
