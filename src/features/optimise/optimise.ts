import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pageSheets, ruleUse } from './own-styles.ts';
import { pageOptimiser } from './page.ts';
import type { ModuleScript } from './inline-modules.ts';
import { joinModules, keyOf, type JoinedFor } from './scripts.ts';
import { shortenScopes } from './scopes.ts';
import { splitStyles } from './split-styles.ts';
import { joinStyles, readLink, shrinkStyles } from './styles.ts';
import { survey } from './survey.ts';
import { unusedScripts } from './unused-scripts.ts';

/** Path of the measured list of late rules, relative to the project root; written by `npm run styles:late`. */
export const lateRulesFile = 'src/features/optimise/late-rules.json';

/** Summary of the post-processing. */
export interface Optimised {
  /** Number of pages in the site's layout. */
  pages: number;
  /** Bytes of inline styles in the page with the most. */
  styleBytes: number;
  /** Bytes of the shared script. */
  scriptBytes: number;
}

/**
 * Optimises a built site in place: inlines first-screen styles into every page, moves the rest to cacheable files, and bundles scripts.
 * Frames with their own styles are left unchanged, because they do not use the site's style sheet.
 * @param folder output folder of the build
 * @param base sub-path of the site, with slashes at both ends
 */
export async function optimiseSite(folder: string, base: string): Promise<Optimised> {
  const { files, site, styles, tokens, scripted, classes, shared } = survey(folder);
  const { css, used } = await siteStyles(styles, tokens, folder, base);
  const script = await writeScripts(folder, shared, 'site');
  const src = `${base}_astro/${script.name}`;
  const joined = [script.name];
  const ownSrc = ownScripts(folder, base, joined);
  const shorten = shortenScopes(css);
  const use = ruleUse(classes, scripted);
  const { first, late, system } = splitStyles(css, lateRules(), use.isOwn);
  const styleOf = pageSheets(first, use);
  const [sheet, systemSheet] = Object.entries({ late, system }).map(
    ([name, part]) => `${base}_astro/${writeStyles(folder, name, shorten.css(part))}`,
  ) as [string, string];
  const optimise = pageOptimiser({ sheet, systemSheet, src, shared, ownSrc });
  let styleBytes = 0;
  for (const file of site) {
    const page = readFileSync(path.join(folder, file), 'utf8');
    const styles = shorten.css(styleOf(file));
    styleBytes = Math.max(styleBytes, styles.length);
    writeFileSync(path.join(folder, file), await optimise(page, shorten.html, styles));
  }
  const frames = files.filter((file) => !site.has(file));
  for (const file of [...used, ...unusedScripts(folder, frames, joined)])
    rmSync(path.join(folder, file), { force: true });
  return { pages: site.size, styleBytes, scriptBytes: script.code.length };
}

/**
 * Returns a function that bundles the scripts specific to a page, once per combination of scripts, and returns the address of the file.
 * @param joined receives the names of the files
 */
function ownScripts(folder: string, base: string, joined: string[]) {
  const known = new Map<string, string>();
  return async (own: readonly ModuleScript[]): Promise<string> => {
    const key = own.map(keyOf).join('\n');
    const name = known.get(key) ?? (await writeScripts(folder, own, 'page')).name;
    known.set(key, name);
    joined.push(name);
    return `${base}_astro/${name}`;
  };
}

/** Writes bundled scripts under a content-hashed name. */
async function writeScripts(folder: string, modules: readonly ModuleScript[], of: JoinedFor) {
  const script = await joinModules(modules, path.join(folder, '_astro'), of);
  writeFileSync(path.join(folder, '_astro', script.name), script.code);
  return script;
}

/** Writes a style sheet under a content-hashed name. */
function writeStyles(folder: string, name: string, css: string): string {
  const file = `${name}.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
  writeFileSync(path.join(folder, '_astro', file), css);
  return file;
}

/** Keys of the rules that no first screen needs, as measured. */
const lateRules = () => new Set(JSON.parse(readFileSync(path.resolve(lateRulesFile), 'utf8')) as string[]);

async function siteStyles(
  styles: ReadonlySet<string>,
  tokens: ReadonlySet<string>,
  folder: string,
  base: string,
): Promise<{ css: string; used: string[] }> {
  const used: string[] = [];
  const sheets = [...styles].map((entry) => {
    if (!entry.startsWith('<link')) return entry;
    const { href, print } = readLink(entry);
    const file = href.slice(base.length);
    used.push(file);
    const css = readFileSync(path.join(folder, file), 'utf8');
    return print ? `@media print{${css}}` : css;
  });
  return { css: await shrinkStyles(joinStyles(sheets), tokens), used };
}
