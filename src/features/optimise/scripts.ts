import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, transformSync, type Plugin } from 'esbuild';
import { allModules, inlineModules, type ModuleScript } from './inline-modules.ts';

const moduleScript = /<script\b[^>]*\stype="module"[^>]*>([\s\S]*?)<\/script>/g;

/** A page without its module scripts, and the scripts in order. */
export function takeModules(html: string): { html: string; modules: ModuleScript[] } {
  const modules: ModuleScript[] = [];
  const without = html.replace(moduleScript, (tag, text: string) => {
    const src = /\ssrc="([^"]*)"/.exec(tag.slice(0, tag.indexOf('>')))?.[1];
    modules.push(src ? { src } : { text });
    return '';
  });
  return { html: without, modules };
}

/** A name that tells one script from another. */
export const keyOf = (script: ModuleScript) => ('src' in script ? script.src : script.text);

/** Whether a script names style sheets to be loaded with what it imports later. */
const bringsStyles = (script: ModuleScript, folder: string) =>
  /\.css["'`]/.test('src' in script ? readFileSync(path.join(folder, path.basename(script.src)), 'utf8') : script.text);

/**
 * Replaces Vite's helper, which loads the styles of a script before the script, by the bare import: the site's styles are in the page.
 * It is left as it is where a script does bring styles.
 */
export const plainImports = (modules: readonly ModuleScript[], folder: string): Plugin => ({
  name: 'plain-imports',
  setup({ onLoad }) {
    if (modules.some((script) => bringsStyles(script, folder))) return;
    onLoad({ filter: /preload-helper[^/]*\.js$/ }, ({ path: file }) => {
      const name = /export\s*\{\s*\w+ as (\w+)\s*\}/.exec(readFileSync(file, 'utf8'))?.[1];
      return name === undefined ? undefined : { contents: `const load = (get) => get();export { load as ${name} };` };
    });
  },
});

/** Whose scripts a joined file holds: those that most pages share, or those that few pages have for themselves. */
export type JoinedFor = 'site' | 'page';

/** Whether a file of scripts is the one that most pages share. */
export const isShared = (file: string): boolean => /(?:^|\/)site\.\w+\.js$/.test(file);

/**
 * Joins module scripts into one file. What they load later, on the reader's wish, stays in files of its own.
 * @param folder folder of the build that holds the scripts' files
 * @param of first word of the file's name
 * @returns the code and a name for it that changes with it
 */
export async function joinModules(
  modules: readonly ModuleScript[],
  folder: string,
  of: JoinedFor,
): Promise<{ name: string; code: string }> {
  const result = await build({
    stdin: allModules(modules, folder),
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    legalComments: 'none',
    plugins: [
      plainImports(modules, folder),
      inlineModules(modules, folder),
      {
        name: 'later',
        setup({ onResolve }) {
          onResolve({ filter: /.*/ }, ({ path: file, kind }) =>
            kind === 'dynamic-import' ? { path: file, external: true } : undefined,
          );
        },
      },
    ],
  });
  const code = result.outputFiles[0]!.text;
  return { name: `${of}.${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`, code };
}

const classicScript = /(<script(?![^>]*\s(?:src|type)=)[^>]*>)([\s\S]*?)(<\/script>)/g;
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
