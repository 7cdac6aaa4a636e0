import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What a browser downloads for one page with a cold cache. Sizes in bytes, compressed. */
export interface Weight {
  /** HTML and everything that it requests before any interaction, with gzip. */
  total: number;
  /** Scripts among these: files and inline ones. */
  scripts: number;
  /** Number of requests, including those for the page and its icon. */
  requests: number;
  /** Bytes of the response, with brotli, up to the end of the first diagram, or of the first paragraph if there is none. */
  first: number;
  /** Number of requests that block rendering. */
  blocking: number;
}

const gzip = (data: string | Buffer) => gzipSync(data, { level: 9 }).length;
const brotli = (text: string) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/**
 * Weighs one page of a build.
 * @param base base path that the site was built for, with slashes at both ends
 */
export function weigh(folder: string, address: string, base = '/'): Weight {
  const page = readFileSync(path.join(folder, address, 'index.html'), 'utf8');
  // Only a browser without scripts requests these, and it saves as much by requesting no script.
  const html = page.replace(/<noscript>[\s\S]*?<\/noscript>/g, '');
  const file = (url: string) => readFileSync(path.join(folder, url.slice(base.length)));
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map(([, src]) => src!);
  const inline = [...html.matchAll(/<script(?![^>]*(?:\bsrc=|application\/))[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, text]) => text!,
  );
  const styles = [...html.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)].map(([, href]) => href!);
  const images = [...html.matchAll(/<img\b(?![^>]*loading="lazy")[^>]*\bsrc="(\/[^"]+)"/g)].map(([, src]) => src!);
  const icon = /<link\b[^>]*rel="(?:shortcut )?icon"[^>]*href="([^"]+)"/.exec(html)?.[1];
  const asked = [...scripts, ...styles, ...images, ...(icon ? [icon] : [])];
  const scriptBytes = scripts.reduce((sum, src) => sum + gzip(file(src)), 0);
  const main = html.indexOf('<main');
  const figure = html.indexOf('</figure>', main);
  return {
    total: gzip(html) + asked.reduce((sum, url) => sum + gzip(file(url)), 0),
    scripts: scriptBytes + (inline.length > 0 ? gzip(inline.join('')) : 0),
    requests: 1 + asked.length,
    first: brotli(html.slice(0, figure > 0 ? figure + 9 : html.indexOf('</p>', main) + 4)),
    // A style sheet at the end of the body blocks nothing: everything to paint has been parsed by then.
    blocking:
      (html.slice(0, main).match(/<link\b[^>]*rel="stylesheet"/g)?.length ?? 0) +
      (html.match(/<script\b(?![^>]*(?:type="module"|\bdefer\b|\basync\b))[^>]*\bsrc=/g)?.length ?? 0),
  };
}

/** Maximum weight of a page, in bytes and counts. */
export const budget = { total: 35_000, listTotal: 60_000, scripts: 8_000, requests: 6, first: 14_600, blocking: 0 };

/** Pages that list a whole collection, and may therefore weigh more. */
export const listPages = [
  '/reference/glossary/',
  '/reference/questions/',
  '/reference/numbers/',
  '/reference/sources/',
  '/reference/symptoms/',
  '/reference/misconceptions/',
  '/topics/',
  '/teach/diagrams/',
];

/** What is over budget on a page, one sentence each. */
export function overBudget(address: string, weight: Weight, limits = budget): string[] {
  const list = listPages.includes(address);
  const most = { ...limits, total: list ? limits.listTotal : limits.total };
  const names = ['total', 'scripts', 'requests', 'first', 'blocking'] as const;
  return names
    .filter((name) => weight[name] > most[name] && !(name === 'first' && list))
    .map((name) => `${address}: ${name} is ${weight[name]}, more than ${most[name]}`);
}
