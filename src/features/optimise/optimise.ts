import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pageOptimiser } from './page.ts';
import { joinModules } from './scripts.ts';
import { shortenScopes } from './scopes.ts';
import { joinStyles, readLink, shrinkStyles } from './styles.ts';
import { survey } from './survey.ts';

/** What the post-processing of a build did. */
export interface Optimised {
  pages: number;
  /** Bytes of the one style sheet. */
  styleBytes: number;
  /** Bytes of the one script. */
  scriptBytes: number;
}

/**
 * Optimises a built site in place: one small style sheet in every page, one script file for all.
 * Pages that bring styles of their own in the body of an embed are left as they are: they have no stylesheet to join.
 * @param folder the build
 * @param base sub-path of the site, with slashes at both ends
 */
export async function optimiseSite(folder: string, base: string): Promise<Optimised> {
  const { site, styles, tokens, shared } = survey(folder);
  const { css, used } = await siteStyles(styles, tokens, folder, base);
  const script = await joinModules(shared, path.join(folder, '_astro'));
  writeFileSync(path.join(folder, '_astro', script.name), script.code);
  const src = `${base}_astro/${script.name}`;
  const shorten = shortenScopes(css);
  const optimise = pageOptimiser(shorten.css(css), src, shared);
  for (const file of site) {
    const page = readFileSync(path.join(folder, file), 'utf8');
    writeFileSync(path.join(folder, file), optimise(page, shorten.html));
  }
  for (const file of used) rmSync(path.join(folder, file), { force: true });
  return { pages: site.size, styleBytes: css.length, scriptBytes: script.code.length };
}

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
