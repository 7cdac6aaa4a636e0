import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commonText } from './common-text.ts';
import { hashField } from './dcz.ts';

/**
 * Minimum share of pages that have to contain a text. The README has the bytes of other shares: with a lower one, a short visit pays for phrases that
 * it never meets.
 */
const share = 1 / 5;

/** Whether a file is a page of prose. Redirects, frames and decks are left out, because readers seldom load two of them. */
const isReading = (html: string) => html.includes('sl-markdown-content');

/** Next to the other files with a content hash in their name. */
const folderOf = (dist: string) => path.join(dist, '_astro');

/** Writes the dictionary of a finished build. Returns its size in bytes. */
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
  /** Its content. */
  body: Buffer;
  /** Its hash in the syntax of `Available-Dictionary`. */
  hash: string;
  /**
   * Extension of files compressed with it. Includes the version: while a new build is copied to a host, rules of one build
   * may meet files of the other, and a browser shows an error for a page that needs another dictionary than it announced.
   */
  extension: string;
}

/** Reads the dictionary of a build; undefined if it has none. */
export function readDictionary(dist: string): Dictionary | undefined {
  const name = globSync('dictionary.*.txt', { cwd: folderOf(dist) })[0];
  if (name === undefined) return undefined;
  const body = readFileSync(path.join(folderOf(dist), name));
  return { name, body, hash: hashField(body), extension: `.${name.split('.')[1]!}.dcz` };
}

/** `Link` header of a page, which announces the dictionary: browsers that support it fetch it when idle. */
export const linkField = ({ name }: Dictionary, base: string) =>
  `<${base}_astro/${name}>; rel="compression-dictionary"`;

/** `Use-As-Dictionary` header of the dictionary: it is for pages of this site, not for their subresources or frames. */
export const useField = (base: string) => `match="${base}*", match-dest=("document")`;
