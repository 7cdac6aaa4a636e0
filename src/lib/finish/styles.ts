import { transform } from 'esbuild';
import { PurgeCSS } from 'purgecss';

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
    safelist: { standard: [':root', 'html', 'body', /^:/], deep: [/theme/] },
    dynamicAttributes: [...tokens].filter((token) => /^(?:data|aria)-/.test(token)).concat('open', 'popover', 'role', 'type', 'hidden'),
  });
  const { code } = await transform(purged!.css, { loader: 'css', minify: true, legalComments: 'none' });
  return code.trim();
}
