import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commonText } from './common-text.ts';
import { hashField } from './dcz.ts';

/** Part of the pages on which something has to stand. The README has the bytes of other shares: with less, a short visit pays for phrases that it never meets. */
const share = 1 / 5;

/** A page that readers read, and no redirect page, frame or deck: what those have in common, readers seldom fetch twice. */
const isReading = (html: string) => html.includes('sl-markdown-content');

/** Beside the other files whose names change with their content. */
const folderOf = (dist: string) => path.join(dist, '_astro');

/** Writes the dictionary of a finished build, and returns its bytes. */
export function writeDictionary(dist: string): number {
  const pages = globSync('**/*.html', { cwd: dist })
    .sort()
    .map((file) => readFileSync(path.join(dist, file), 'utf8'))
    .filter(isReading);
  const body = commonText(pages, share);
  const version = createHash('sha256').update(body).digest('hex').slice(0, 8);
  writeFileSync(path.join(folderOf(dist), `dictionary.${version}.txt`), body);
  return Buffer.byteLength(body);
}

/** The compression dictionary of a build. */
export interface Dictionary {
  /** Name of its file in `_astro/`. */
  name: string;
  body: Buffer;
  /** Its hash, as a browser names it in `Available-Dictionary`. */
  hash: string;
  /**
   * What the name of a file that is compressed with it ends in. The version is a part of it: while a new build is copied to a host, rules of one build
   * may meet files of the other, and a browser shows an error for a page that needs another dictionary than it named.
   */
  extension: string;
}

/** Reads the dictionary of a build. One without has none. */
export function readDictionary(dist: string): Dictionary | undefined {
  const name = globSync('dictionary.*.txt', { cwd: folderOf(dist) })[0];
  if (name === undefined) return undefined;
  const body = readFileSync(path.join(folderOf(dist), name));
  return { name, body, hash: hashField(body), extension: `.${name.split('.')[1]!}.dcz` };
}

/** What a page says about the dictionary: a browser that knows how fetches it when it has nothing else to do. */
export const linkField = ({ name }: Dictionary, base: string) =>
  `<${base}_astro/${name}>; rel="compression-dictionary"`;

/** What the dictionary says about itself: for pages of this site, and not for what they load or frame. */
export const useField = (base: string) => `match="${base}*", match-dest=("document")`;
