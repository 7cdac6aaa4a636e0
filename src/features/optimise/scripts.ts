import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, transformSync, type Plugin } from 'esbuild';
import { allModules, inlineModules, type ModuleScript } from './inline-modules.ts';

const moduleScript = /<script\b[^>]*\stype="module"[^>]*>([\s\S]*?)<\/script>/g;

/** Separates a page from its module scripts, kept in order. */
export function takeModules(html: string): { html: string; modules: ModuleScript[] } {
  const modules: ModuleScript[] = [];
  const without = html.replace(moduleScript, (tag, text: string) => {
    const src = /\ssrc="([^"]*)"/.exec(tag.slice(0, tag.indexOf('>')))?.[1];
    modules.push(src ? { src } : { text });
    return '';
  });
  return { html: without, modules };
}

/** Identifies a script. */
export const keyOf = (script: ModuleScript) => ('src' in script ? script.src : script.text);

/** Whether a script lists style sheets to load with its dynamic imports. */
const bringsStyles = (script: ModuleScript, folder: string) =>
  /\.css["'`]/.test('src' in script ? readFileSync(path.join(folder, path.basename(script.src)), 'utf8') : script.text);

/**
 * Replaces Vite's preload helper, which loads the styles of a script first, with a plain import, because the site's styles are already in the page.
 * Leaves scripts alone that do load styles.
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

/** Which scripts a bundle contains: those that most pages share, or those of few pages. */
export type JoinedFor = 'site' | 'page';

/** Whether a script file is the bundle that most pages share. */
export const isShared = (file: string): boolean => /(?:^|\/)site\.\w+\.js$/.test(file);

/**
 * Bundles module scripts into one file. Dynamic imports, which load on demand, remain separate files.
 * @param folder folder of the build that contains the script files
 * @param of prefix of the file name
 * @returns the code, and a content-hashed name for it
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

/** Minifies a page's classic scripts, which block parsing. */
export function shortenScripts(html: string): string {
  return html.replace(classicScript, (_, open: string, text: string, close: string) => {
    let code = shortened.get(text);
    if (code === undefined)
      shortened.set(text, (code = transformSync(text, { minify: true, legalComments: 'none' }).code.trim()));
    return open + code + close;
  });
}
