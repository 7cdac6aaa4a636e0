import { transform } from 'esbuild';
import postcss from 'postcss';
import { PurgeCSS } from 'purgecss';
import { dropOverridden, dropUnread } from './overridden.ts';
import { followSystem } from './system-theme.ts';

const block = /<style\b[^>]*>([\s\S]*?)<\/style>/g;
const link = /<link\b[^>]*rel="stylesheet"[^>]*>/g;

/** A page without its styles, and the styles: text of `<style>` blocks and tags of links, in order. */
export function takeStyles(html: string): { html: string; styles: string[]; links: string[] } {
  const styles: string[] = [];
  const links: string[] = [];
  const without = html
    .replace(block, (_, css: string) => (styles.push(css), ''))
    .replace(link, (tag) => (links.push(tag), ''));
  return { html: without, styles, links };
}

/** Where a stylesheet link leads, and whether it is for paper only. */
export function readLink(tag: string): { href: string; print: boolean } {
  return { href: /href="([^"]*)"/.exec(tag)?.[1] ?? '', print: /media="print"/.test(tag) };
}

/** Style sheets as one, each rule once: Astro repeats what pages share in every page's own sheet. */
export function joinStyles(sheets: readonly string[]): string {
  const rules = new Set(sheets.flatMap((sheet) => postcss.parse(sheet).nodes.map((node) => node.toString())));
  return [...rules].map((rule) => (rule.startsWith('@') && !rule.endsWith('}') ? `${rule};` : rule)).join('\n');
}

/**
 * One style sheet for the whole site: what no page and no script names is dropped, the rest is shortened.
 * @param css all styles, in the order of the cascade
 * @param tokens every word that a selector may name
 */
export async function shrinkStyles(css: string, tokens: ReadonlySet<string>): Promise<string> {
  const [purged] = await new PurgeCSS().purge({
    content: [{ raw: [...tokens].join(' '), extension: 'html' }],
    css: [{ raw: css }],
    defaultExtractor: (text) => text.split(' '),
    keyframes: true,
    variables: true,
    // What post-processing adds: `bdi` stands on no page when its rules are counted.
    // The drawings name their colours in attributes, where no style sheet shows that they are used.
    safelist: { standard: [':root', 'html', 'body', 'translated-rtl', 'bdi', /^:/], variables: [/^--dg-/] },
    dynamicAttributes: [...tokens]
      .filter((token) => /^(?:data|aria)-/.test(token))
      .concat('open', 'popover', 'role', 'type', 'hidden'),
  });
  const isNamed = (variable: string) =>
    variable.startsWith('--dg-') || tokens.has(variable) || tokens.has(variable.slice(2));
  const { code } = await transform(followSystem(dropUnread(dropOverridden(purged!.css), isNamed)), {
    loader: 'css',
    minify: true,
    legalComments: 'none',
  });
  return code.trim();
}
