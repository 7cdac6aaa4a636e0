import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { headersFile } from './headers-file.ts';
import { formatPolicy, joinPolicies, policyFor, type Policy } from './policy.ts';
import { pageFinisher, withPolicy } from './page.ts';
import { joinModules } from './scripts.ts';
import { shortenScopes } from './scopes.ts';
import { joinStyles, readLink, shrinkStyles } from './styles.ts';
import { survey } from './survey.ts';
import { indexFolder, pointerFile } from '../search/model.ts';

/** What the finishing of a build did. */
export interface Finished {
  pages: number;
  /** Bytes of the one style sheet. */
  styleBytes: number;
  /** Bytes of the one script. */
  scriptBytes: number;
}

/**
 * Finishes a built site in place: one small style sheet in every page, one script file for all, a security policy.
 * Pages that bring styles of their own in the body of an embed are left as they are: they have no stylesheet to join.
 * @param folder the build
 * @param base sub-path of the site, with slashes at both ends
 */
export async function finishSite(folder: string, base: string): Promise<Finished> {
  const { files, site, styles, tokens, shared } = survey(folder);
  const { css, used } = await siteStyles(styles, tokens, folder, base);
  const script = await joinModules(shared, path.join(folder, '_astro'));
  writeFileSync(path.join(folder, '_astro', script.name), script.code);
  const src = `${base}_astro/${script.name}`;
  const shorten = shortenScopes(css);
  const finish = pageFinisher(shorten.css(css), src, shared);
  const policies = new Map<string, Policy>();
  for (const file of files) {
    const page = readFileSync(path.join(folder, file), 'utf8');
    const html = site.has(file) ? finish(page, shorten.html) : page;
    const policy = policyFor(html);
    policies.set(formatPolicy(policy), policy);
    writeFileSync(path.join(folder, file), withPolicy(html, policy));
  }
  for (const file of used) rmSync(path.join(folder, file), { force: true });
  writeFileSync(path.join(folder, '_headers'), headersFile(joinPolicies(policies.values()), base, indexOf(folder)));
  return { pages: files.length, styleBytes: css.length, scriptBytes: script.code.length };
}

/** The folder of the search index that the build points to. */
function indexOf(folder: string): string {
  const pointer = readFileSync(path.join(folder, indexFolder, pointerFile), 'utf8');
  return `${indexFolder}/${(JSON.parse(pointer) as { folder: string }).folder}`;
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
