import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What a reader's browser fetches for one page, cold. Sizes in bytes on the wire. */
export interface Weight {
  /** HTML and everything that it asks for before the reader does anything, with gzip. */
  total: number;
  /** Of that, scripts: files and text in the page. */
  scripts: number;
  /** Number of requests, the page and its icon included. */
  requests: number;
  /** Bytes of the response, with brotli, up to the end of the first diagram, or of the first paragraph where there is none. */
  first: number;
  /** Requests that the browser waits for before it paints. */
  blocking: number;
}

const gzip = (data: string | Buffer) => gzipSync(data, { level: 9 }).length;
const brotli = (text: string) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/**
 * Weighs one page of a build.
 * @param base sub-path that the site was built for, with slashes at both ends
 */
export function weigh(folder: string, address: string, base = '/'): Weight {
  const page = readFileSync(path.join(folder, address, 'index.html'), 'utf8');
  // What only a browser without scripts asks for: as much as it saves by asking for none.
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
    // A style sheet at the end of the body holds up nothing: all there is to paint has been read by then.
    blocking:
      (html.slice(0, main).match(/<link\b[^>]*rel="stylesheet"/g)?.length ?? 0) +
      (html.match(/<script\b(?![^>]*(?:type="module"|\bdefer\b|\basync\b))[^>]*\bsrc=/g)?.length ?? 0),
  };
}

/** The most a page may weigh, in bytes and counts. */
export const budget = { total: 35_000, listTotal: 60_000, scripts: 8_000, requests: 6, first: 14_600, blocking: 0 };

/** Pages that list a whole collection, and may weigh more for it. */
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

/** What is over budget on a page, a sentence each. */
export function overBudget(address: string, weight: Weight, limits = budget): string[] {
  const list = listPages.includes(address);
  const most = { ...limits, total: list ? limits.listTotal : limits.total };
  const names = ['total', 'scripts', 'requests', 'first', 'blocking'] as const;
  return names
    .filter((name) => weight[name] > most[name] && !(name === 'first' && list))
    .map((name) => `${address}: ${name} is ${weight[name]}, more than ${most[name]}`);
}
