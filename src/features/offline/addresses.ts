import path from 'node:path';

/** Parts of a page that are no markup, in which nothing is an address. */
const opaque = /(<(script|style)\b[^>]*>[\s\S]*?<\/\2>)/g;
const named = /(\s(?:href|src|action|poster)=")(\/(?!\/)[^"]*)"/g;
/** Links for programs that ask a server: a folder on a disk has none. */
const forPrograms = /<link\b[^>]*\brel="(?:sitemap|search|alternate|manifest|prefetch|prerender)"[^>]*>/g;

/** The file that an address on the site is, seen from the root of the build: `/a/` is `a/index.html`. */
export function fileOf(address: string, base = '/'): string {
  const plain = decodeURI(address.split(/[?#]/)[0]!);
  const below = plain.startsWith(base) ? plain.slice(base.length) : plain.slice(1);
  return below === '' || below.endsWith('/') ? `${below}index.html` : below;
}

/** A page without what only a server could answer. */
export const dropProgramLinks = (html: string) => html.replace(forPrograms, '');

/**
 * A page whose addresses lead from file to file, as a folder on a disk needs them.
 * @param file the page's own file
 * @param base sub-path that the site was built for
 * @param replace files by the files to lead to in their place
 * @returns the page, and the files it names
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
  // The pattern has two groups, so that each opaque part is followed by the name of its element.
  const changed = parts.map((part, index) =>
    index % 3 === 0 ? part.replace(named, change) : index % 3 === 1 ? part : '',
  );
  return { html: changed.join(''), names };
}
