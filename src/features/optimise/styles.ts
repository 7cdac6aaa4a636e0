import { transform } from 'esbuild';
import postcss from 'postcss';
import { PurgeCSS } from 'purgecss';
import { dropOverridden, dropUnread } from './overridden.ts';
import { followSystem } from './system-theme.ts';

const block = /<style\b[^>]*>([\s\S]*?)<\/style>/g;
const link = /<link\b[^>]*rel="stylesheet"[^>]*>/g;

/** Separates a page from its styles: the text of `<style>` blocks and the tags of links, each in order. */
export function takeStyles(html: string): { html: string; styles: string[]; links: string[] } {
  const styles: string[] = [];
  const links: string[] = [];
  const without = html
    .replace(block, (_, css: string) => (styles.push(css), ''))
    .replace(link, (tag) => (links.push(tag), ''));
  return { html: without, styles, links };
}

/** Target of a stylesheet link, and whether it is for print only. */
export function readLink(tag: string): { href: string; print: boolean } {
  return { href: /href="([^"]*)"/.exec(tag)?.[1] ?? '', print: /media="print"/.test(tag) };
}

/** Concatenates style sheets without duplicate rules: Astro repeats shared rules in every page's style sheet. */
export function joinStyles(sheets: readonly string[]): string {
  const rules = new Set(sheets.flatMap((sheet) => postcss.parse(sheet).nodes.map((node) => node.toString())));
  return [...rules].map((rule) => (rule.startsWith('@') && !rule.endsWith('}') ? `${rule};` : rule)).join('\n');
}

/**
 * Minifies the styles of the whole site and drops rules that match nothing on any page and in any script.
 * @param css all styles, in cascade order
 * @param tokens every word that a selector may name
 */
export async function shrinkStyles(css: string, tokens: ReadonlySet<string>): Promise<string> {
  const [purged] = await new PurgeCSS().purge({
    content: [{ raw: [...tokens].join(' '), extension: 'html' }],
    css: [{ raw: css }],
    defaultExtractor: (text) => text.split(' '),
    keyframes: true,
    variables: true,
    // Post-processing adds `bdi` later, so no page has one yet. Diagrams use colours in attributes, which PurgeCSS does not see.
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
