import { distance } from 'fastest-levenshtein';
import type { AddressIndex } from './address-index.ts';

const ids = (list: string | undefined) => (list ? list.split(' ') : []);
const own = (table: Record<string, string>, key: string) => (Object.hasOwn(table, key) ? table[key] : undefined);
const has = (index: AddressIndex, path: string, id: string) => ids(own(index.pages, path)).includes(id);

/** Up to three names closest to one in spelling: the nearest, and others at most one edit further away. */
function nearestNames(wanted: string, known: readonly string[]): string[] {
  const ranked = known
    .map((name) => ({ name, away: distance(wanted, name) }))
    .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1));
  const most = (ranked[0]?.away ?? 0) + 1;
  return ranked
    .slice(0, 3)
    .filter(({ away }) => away <= most)
    .map(({ name }) => name);
}

/** Similar paths: for a file among those in its folder, for a page among all pages. */
function nearestPath(index: AddressIndex, path: string): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const files = ids(own(index.files, folder)).map((file) => folder + file);
  if (files.length > 0 && folder !== path) return nearestNames(path, files);
  const pages = Object.keys(index.pages);
  // A page of the same name in another section is a better guess than one with a similar spelling.
  const last = path.slice(path.slice(0, -1).lastIndexOf('/'));
  const sameName = last.length > 2 ? pages.filter((page) => page.endsWith(last) && page !== path) : [];
  return sameName.length > 0 ? sameName.slice(0, 3) : nearestNames(path, pages);
}

/** Up to three known addresses that are most similar to an unknown one. */
export function nearestAddress(index: AddressIndex, path: string, id: string): string[] {
  const short = /^\/go\/([^/]+)\/$/.exec(path)?.[1];
  const target = short ? own(index.words, short) : undefined;
  if (short && target === undefined)
    return nearestNames(short, Object.keys(index.words)).map((word) => `/go/${word}/${id ? `#${id}` : ''}`);
  const page = target?.split('#')[0] ?? path;
  if (own(index.pages, page) === undefined)
    return nearestPath(index, path).map((one) => (id && has(index, one, id) ? `${one}#${id}` : one));
  // A known section on the wrong page comes first.
  const elsewhere = Object.keys(index.pages).filter((one) => has(index, one, id));
  const sections = nearestNames(id, ids(index.pages[page])).map((one) => `${path}#${one}`);
  return [...(elsewhere.length < 3 ? elsewhere.map((one) => `${one}#${id}`) : []), ...sections].slice(0, 3);
}
