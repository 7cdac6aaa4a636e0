import { nearest } from '#shared/suggest.ts';
import type { AddressIndex } from './address-index.ts';

const ids = (list: string | undefined) => (list ? list.split(' ') : []);

/** Pages and files in the folder that was asked for, and pages everywhere else. */
function nearestPath(index: AddressIndex, path: string): string[] {
  const folder = path.slice(0, path.replace(/\/$/, '').lastIndexOf('/') + 1);
  const name = path.slice(folder.length);
  const files = ids(Object.hasOwn(index.files, folder) ? index.files[folder] : undefined).map((file) => folder + file);
  if (files.length > 0) return nearest(folder + name, files);
  return nearest(path, [...Object.keys(index.pages), ...Object.keys(index.moved).filter((one) => !one.includes('#'))]);
}

/** The known addresses, at most three, that are spelled most like an unknown one. */
export function nearestAddress(index: AddressIndex, path: string, id: string): string[] {
  const short = /^\/go\/([^/]+)\/$/.exec(path)?.[1];
  const target = short && Object.hasOwn(index.words, short) ? index.words[short] : undefined;
  if (short && target === undefined)
    return nearest(short, Object.keys(index.words)).map((word) => `/go/${word}/${id ? `#${id}` : ''}`);
  const page = target?.split('#')[0] ?? path;
  if (!Object.hasOwn(index.pages, page)) return nearestPath(index, path).map((one) => (id && has(index, one, id) ? `${one}#${id}` : one));
  // A section that was right but for its page comes first.
  const elsewhere = Object.keys(index.pages).filter((one) => has(index, one, id));
  const sections = nearest(id, ids(index.pages[page])).map((one) => `${path}#${one}`);
  return [...(elsewhere.length > 0 && elsewhere.length < 3 ? elsewhere.map((one) => `${one}#${id}`) : []), ...sections].slice(0, 3);
}

const has = (index: AddressIndex, path: string, id: string) => ids(index.pages[path]).includes(id);
