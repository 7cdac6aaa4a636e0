import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ModuleScript } from './inline-modules.ts';
import { addSetWords, ClassIndex } from './own-styles.ts';
import { keyOf, takeModules } from './scripts.ts';
import { takeStyles } from './styles.ts';
import { addScriptTokens, pageTokens } from './tokens.ts';

/** What the pages of a build contain, collected by reading each page once. */
export interface Survey {
  /** All HTML files. */
  files: string[];
  /** Those in the site's layout. Others, such as frames, have their own styles and are left unchanged. */
  site: Set<string>;
  /** Text of `<style>` blocks and tags of links, deduplicated, in cascade order. */
  styles: Set<string>;
  /** Every word that a selector may name. */
  tokens: Set<string>;
  /** Classes that scripts may set. */
  scripted: Set<string>;
  /** Pages by the classes that they use. */
  classes: ClassIndex;
  /** Module scripts that most pages share. A script that only one or two pages need stays with them. */
  shared: ModuleScript[];
}

/** A script of this length is probably a library with styles of its own. Its words would keep rules that no page uses. */
const libraryLength = 100_000;

/** Root element of a page in the site's layout. The test is this strict because scripts and styles of frames may mention a theme as well. */
const siteLayout = /<html\b[^>]*\sdata-theme=/;

const scriptText = /<script\b[^>]*>([\s\S]*?)<\/script>/g;

const codeOf = (script: ModuleScript, folder: string) =>
  'text' in script ? script.text : readFileSync(path.join(folder, '_astro', path.basename(script.src)), 'utf8');

/** Reads every page of a build once, and skips repeated parts such as the sidebar. */
export function survey(folder: string): Survey {
  const files = globSync('**/*.html', { cwd: folder }).sort();
  const site = new Set<string>();
  const styles = new Set<string>();
  const tokens = new Set<string>();
  const addTokens = pageTokens(tokens);
  const scripts = new Set<string>();
  const scripted = new Set<string>();
  const classes = new ClassIndex();
  const counts = new Map<string, { script: ModuleScript; pages: number }>();
  const loadsMore = (script: ModuleScript) => /\bimport\(/.test(codeOf(script, folder));
  for (const file of files) {
    const page = readFileSync(path.join(folder, file), 'utf8');
    if (!siteLayout.test(page)) continue;
    site.add(file);
    const { html, styles: blocks, links } = takeStyles(page);
    for (const style of [...blocks, ...links]) styles.add(style);
    addTokens(html);
    classes.add(file, html);
    for (const [, script] of html.matchAll(scriptText)) scripts.add(script!);
    for (const script of takeModules(html).modules) {
      const known = counts.get(keyOf(script));
      counts.set(keyOf(script), { script, pages: (known?.pages ?? 0) + 1 });
    }
  }
  for (const file of globSync('_astro/*.js', { cwd: folder })) {
    const script = readFileSync(path.join(folder, file), 'utf8');
    if (script.length < libraryLength) scripts.add(script);
  }
  for (const script of scripts) {
    addScriptTokens(script, tokens);
    addSetWords(script, scripted);
  }
  // A script that loads more on demand, such as that of the labs, stays with its pages even if there are more than two.
  const isShared = (script: ModuleScript, pages: number) => pages > 2 && (pages * 4 > site.size || !loadsMore(script));
  const shared = [...counts.values()]
    .filter(({ script, pages }) => isShared(script, pages))
    .map(({ script }) => script);
  return { files, site, styles, tokens, scripted, classes, shared };
}
