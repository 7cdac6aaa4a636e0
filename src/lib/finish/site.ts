import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatPolicy, joinPolicies, policyFor, type Policy } from './policy.ts';
import { joinModules, keyOf, shortenScripts, takeModules, type ModuleScript } from './scripts.ts';
import { joinStyles, readLink, shortenScopes, shrinkStyles, takeStyles } from './styles.ts';
import { addPageTokens, addScriptTokens } from './tokens.ts';

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
  const files = globSync('**/*.html', { cwd: folder }).sort();
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const site = files.filter((file) => read(file).includes('data-theme='));
  const { css, used } = await siteStyles(site.map(read), folder, base);
  const shared = sharedModules(site.map(read));
  const script = await joinModules(shared, path.join(folder, '_astro'));
  writeFileSync(path.join(folder, '_astro', script.name), script.code);
  const src = `${base}_astro/${script.name}`;
  const shorten = shortenScopes(css);
  const policies: Policy[] = [];
  for (const file of files) {
    const html = site.includes(file)
      ? shortenScripts(shorten(finishPage(read(file), css, src, shared))).replaceAll(' class=""', '')
      : read(file);
    const policy = policyFor(html);
    policies.push(policy);
    writeFileSync(path.join(folder, file), withPolicy(html, policy));
  }
  for (const file of used) rmSync(path.join(folder, file), { force: true });
  writeFileSync(path.join(folder, '_headers'), headers(joinPolicies(policies), base));
  return { pages: files.length, styleBytes: css.length, scriptBytes: script.code.length };
}

async function siteStyles(pages: string[], folder: string, base: string): Promise<{ css: string; used: string[] }> {
  const seen = new Set<string>();
  const tokens = new Set<string>();
  for (const page of pages) {
    const { html, styles, links } = takeStyles(page);
    for (const style of styles) seen.add(style);
    for (const link of links) seen.add(link);
    addPageTokens(html, tokens);
    for (const [, script] of html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)) addScriptTokens(script!, tokens);
  }
  for (const file of globSync('_astro/*.js', { cwd: folder }))
    addScriptTokens(readFileSync(path.join(folder, file), 'utf8'), tokens);
  const used: string[] = [];
  const sheets = [...seen].map((entry) => {
    if (!entry.startsWith('<link')) return entry;
    const { href, print } = readLink(entry);
    const file = href.slice(base.length);
    used.push(file);
    const css = readFileSync(path.join(folder, file), 'utf8');
    return print ? `@media print{${css}}` : css;
  });
  return { css: await shrinkStyles(joinStyles(sheets), tokens), used };
}

/** Module scripts that most pages have; one that only a page or two need stays with them. */
function sharedModules(pages: string[]): ModuleScript[] {
  const counts = new Map<string, { script: ModuleScript; pages: number }>();
  for (const page of pages) {
    for (const script of takeModules(page).modules) {
      const known = counts.get(keyOf(script));
      counts.set(keyOf(script), { script, pages: (known?.pages ?? 0) + 1 });
    }
  }
  return [...counts.values()].filter(({ pages: count }) => count > 2).map(({ script }) => script);
}

function finishPage(page: string, css: string, src: string, shared: ModuleScript[]): string {
  const keys = new Set(shared.map(keyOf));
  const { html, modules } = takeModules(takeStyles(page).html);
  const own = modules.filter((script) => !keys.has(keyOf(script)));
  const tags = own.map((script) =>
    'src' in script
      ? `<script type="module" src="${script.src}"></script>`
      : `<script type="module">${script.text}</script>`,
  );
  const all = [`<script type="module" src="${src}"></script>`, ...tags].join('');
  return html.replace('</head>', () => `<style>${css}</style></head>`).replace('</body>', () => `${all}</body>`);
}

function withPolicy(html: string, policy: Policy): string {
  const meta = `<meta http-equiv="content-security-policy" content="${formatPolicy(policy)}"/>`;
  return html.replace(/<head>\s*(<meta charset="[^"]*"\s*\/?>)?/i, (head) => head + meta);
}

function headers(policy: Policy, base: string): string {
  const csp = formatPolicy({ ...policy, 'frame-ancestors': ["'self'"] });
  return [
    '# Made by the build. For Netlify and Cloudflare Pages.',
    '/*',
    `  Content-Security-Policy: ${csp}`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    '  Permissions-Policy: camera=(), geolocation=(), microphone=()',
    `${base}_astro/*`,
    '  Cache-Control: public, max-age=31536000, immutable',
    '',
  ].join('\n');
}

/** Whether a folder holds a finished build. */
export const isFinished = (folder: string) => existsSync(path.join(folder, '_headers'));
