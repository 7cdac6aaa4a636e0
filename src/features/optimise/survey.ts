import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ModuleScript } from './inline-modules.ts';
import { addSetWords, ClassIndex } from './own-styles.ts';
import { keyOf, takeModules } from './scripts.ts';
import { takeStyles } from './styles.ts';
import { addScriptTokens, pageTokens } from './tokens.ts';

/** What the pages of a build have in them, found in one reading of each. */
export interface Survey {
  /** All pages, by file. */
  files: string[];
  /** Those in the site's layout; the others bring styles of their own, and stay as they are. */
  site: Set<string>;
  /** Texts of `<style>` blocks and tags of links, in the order of the cascade, each once. */
  styles: Set<string>;
  /** Every word that a selector may name. */
  tokens: Set<string>;
  /** Words that scripts may set as classes. */
  scripted: Set<string>;
  /** Which classes stand on a few pages only. */
  classes: ClassIndex;
  /** Module scripts that most pages have; one that only a page or two need stays with them. */
  shared: ModuleScript[];
}

/** A script of this length is mostly a library, which brings styles of its own: its words would keep rules that no page uses. */
const libraryLength = 100_000;

/** The root of a page in the site's layout. The script or the styles of a frame may name a theme as well, and its rules are for no other page. */
const siteLayout = /<html\b[^>]*\sdata-theme=/;

const scriptText = /<script\b[^>]*>([\s\S]*?)<\/script>/g;

const codeOf = (script: ModuleScript, folder: string) =>
  'text' in script ? script.text : readFileSync(path.join(folder, '_astro', path.basename(script.src)), 'utf8');

/** Reads every page of a build once. What pages repeat, such as the sidebar, is looked at once. */
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
  // What loads more on a reader's wish stays with its pages even where they are more than two, as those of the labs.
  const isShared = (script: ModuleScript, pages: number) => pages > 2 && (pages * 4 > site.size || !loadsMore(script));
  const shared = [...counts.values()]
    .filter(({ script, pages }) => isShared(script, pages))
    .map(({ script }) => script);
  return { files, site, styles, tokens, scripted, classes, shared };
}
