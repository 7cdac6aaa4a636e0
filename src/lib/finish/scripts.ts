import { createHash } from 'node:crypto';
import { build, transformSync } from 'esbuild';

const moduleScript = /<script\b[^>]*\btype="module"[^>]*>([\s\S]*?)<\/script>/g;

/** One module script of a page: a file of the build, or text that stands in the page. */
export type ModuleScript = { src: string } | { text: string };

/** A page without its module scripts, and the scripts in order. */
export function takeModules(html: string): { html: string; modules: ModuleScript[] } {
  const modules: ModuleScript[] = [];
  const without = html.replace(moduleScript, (tag, text: string) => {
    const src = /\bsrc="([^"]*)"/.exec(tag.slice(0, tag.indexOf('>')))?.[1];
    modules.push(src ? { src } : { text });
    return '';
  });
  return { html: without, modules };
}

/** A name that tells one script from another. */
export const keyOf = (script: ModuleScript) => ('src' in script ? script.src : script.text);

/**
 * Joins module scripts into one file. What they load later, on the reader's wish, stays in files of its own.
 * @param folder folder of the build that holds the scripts' files
 * @returns the code and a name for it that changes with it
 */
export async function joinModules(
  modules: readonly ModuleScript[],
  folder: string,
): Promise<{ name: string; code: string }> {
  const imports = modules.map((script, index) =>
    'src' in script ? `import ${JSON.stringify(`./${script.src.split('/').pop()!}`)};` : `import "inline:${index}";`,
  );
  const result = await build({
    stdin: { contents: imports.join('\n'), resolveDir: folder, loader: 'js' },
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    legalComments: 'none',
    plugins: [
      {
        name: 'inline-and-later',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^inline:/ }, ({ path }) => ({ path, namespace: 'inline' }));
          onLoad({ filter: /.*/, namespace: 'inline' }, ({ path }) => ({
            contents: (modules[Number(path.slice(7))] as { text: string }).text,
            resolveDir: folder,
          }));
          onResolve({ filter: /.*/ }, ({ path, kind }) =>
            kind === 'dynamic-import' ? { path, external: true } : undefined,
          );
        },
      },
    ],
  });
  const code = result.outputFiles[0]!.text;
  return { name: `site.${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`, code };
}

const classicScript = /(<script(?![^>]*\b(?:src|type)=)[^>]*>)([\s\S]*?)(<\/script>)/g;
const shortened = new Map<string, string>();

/** A page whose classic scripts, which have to run while it is read, are as short as they can be. */
export function shortenScripts(html: string): string {
  return html.replace(classicScript, (_, open: string, text: string, close: string) => {
    let code = shortened.get(text);
    if (code === undefined)
      shortened.set(text, (code = transformSync(text, { minify: true, legalComments: 'none' }).code.trim()));
    return open + code + close;
  });
}
