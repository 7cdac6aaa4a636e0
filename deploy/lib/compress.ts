import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { compressDcz, type Dictionary } from '#features/dictionary/index.ts';

/** Extensions worth compressing. Search index shards are gzip already, and bitmap images are compressed. */
const texts = 'html,css,js,json,txt,md,xml,atom,svg,webmanifest,osdx';

/** Number of files, and their total bytes uncompressed and in each encoding. */
export interface Compressed {
  /** Number of files. */
  files: number;
  /** Total bytes without compression. */
  plain: number;
  /** Total bytes with gzip; a file that it would enlarge counts uncompressed. */
  gzip: number;
  /** Total bytes with brotli, counted in the same way. */
  brotli: number;
  /** Bytes of the HTML pages alone, with brotli and with the dictionary. */
  pages: { brotli: number; dictionary: number };
}

/** Compresses with brotli at maximum quality. */
export const compressBrotli = (body: Uint8Array): Buffer =>
  brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  });

/**
 * Writes a `.br` and a `.gz` file, at maximum compression, next to every text file of a build, and with a dictionary a `.dcz` file next to every
 * page, so that the server never compresses.
 * Skips an encoding that is not smaller than the file itself, and a `.dcz` that is not smaller than the `.br`.
 */
export function compressFolder(folder: string, dictionary?: Dictionary): Compressed {
  const done: Compressed = { files: 0, plain: 0, gzip: 0, brotli: 0, pages: { brotli: 0, dictionary: 0 } };
  for (const file of globSync(`**/*.{${texts}}`, { cwd: folder }).sort()) {
    const name = path.join(folder, file);
    const body = readFileSync(name);
    const br = compressBrotli(body);
    const forms = [
      ['gzip', '.gz', gzipSync(body, { level: 9 })],
      ['brotli', '.br', br],
    ] as const;
    for (const [form, extension, small] of forms) {
      if (small.length < body.length) writeFileSync(name + extension, small);
      done[form] += Math.min(small.length, body.length);
    }
    if (dictionary && file.endsWith('.html')) {
      const dcz = compressDcz(body, dictionary.body);
      if (dcz.length < br.length) writeFileSync(name + dictionary.extension, dcz);
      done.pages.brotli += br.length;
      done.pages.dictionary += Math.min(dcz.length, br.length);
    }
    done.files += 1;
    done.plain += body.length;
  }
  return done;
}
