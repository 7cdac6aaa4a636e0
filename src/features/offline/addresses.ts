import path from 'node:path';

/** Scripts and styles, in which nothing is an address. */
const opaque = /(<(script|style)\b[^>]*>[\s\S]*?<\/\2>)/g;
const named = /(\s(?:href|src|action|poster)=")(\/(?!\/)[^"]*)"/g;
/** Links for programs that query a server, which a folder on a disk does not have. */
const forPrograms = /<link\b[^>]*\brel="(?:sitemap|search|alternate|manifest|prefetch|prerender)"[^>]*>/g;

/** File of an address on the site, relative to the root of the build: `/a/` is `a/index.html`. */
export function fileOf(address: string, base = '/'): string {
  const plain = decodeURI(address.split(/[?#]/)[0]!);
  const below = plain.startsWith(base) ? plain.slice(base.length) : plain.slice(1);
  return below === '' || below.endsWith('/') ? `${below}index.html` : below;
}

/** Removes the links that only a server could answer. */
export const dropProgramLinks = (html: string) => html.replace(forPrograms, '');

/**
 * Makes the addresses of a page relative to its file, so that they work from a folder on a disk.
 * @param file the page's own file
 * @param base base path that the site was built for
 * @param replace files to link to instead of others
 * @returns the page, and the files it links to
 */
export function relativeAddresses(
  html: string,
  file: string,
  base: string,
  replace: ReadonlyMap<string, string> = new Map(),
): { html: string; names: Set<string> } {
  const names = new Set<string>();
  const from = path.posix.dirname(file);
  const change = (_: string, before: string, address: string) => {
    const wanted = fileOf(address, base);
    const target = replace.get(wanted) ?? wanted;
    names.add(target);
    const fragment = target === wanted ? (/#.*$/.exec(address)?.[0] ?? '') : '';
    return `${before}${path.posix.relative(from, target)}${fragment}"`;
  };
  const parts = html.split(opaque);
  // The pattern has two groups, so each opaque part is followed by the name of its element, which is dropped.
  const changed = parts.map((part, index) =>
    index % 3 === 0 ? part.replace(named, change) : index % 3 === 1 ? part : '',
  );
  return { html: changed.join(''), names };
}
