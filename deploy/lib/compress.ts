import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Files that shrink. The pieces of the search index are gzip already, and so are images of points. */
const texts = 'html,css,js,json,txt,md,xml,atom,svg,webmanifest,osdx';

/** What compressing did: files, and their bytes as they are and in each form. */
export interface Compressed {
  files: number;
  plain: number;
  gzip: number;
  brotli: number;
}

/**
 * Writes a `.br` and a `.gz` beside every text of a build, as small as they get, so that the server compresses nothing.
 * A form that is not smaller than the file itself is left out.
 */
export function compressFolder(folder: string): Compressed {
  const done: Compressed = { files: 0, plain: 0, gzip: 0, brotli: 0 };
  for (const file of globSync(`**/*.{${texts}}`, { cwd: folder }).sort()) {
    const name = path.join(folder, file);
    const body = readFileSync(name);
    const forms = [
      ['gzip', '.gz', gzipSync(body, { level: 9 })],
      [
        'brotli',
        '.br',
        brotliCompressSync(body, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 11,
            [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          },
        }),
      ],
    ] as const;
    for (const [form, extension, small] of forms) {
      if (small.length < body.length) writeFileSync(name + extension, small);
      done[form] += Math.min(small.length, body.length);
    }
    done.files += 1;
    done.plain += body.length;
  }
  return done;
}
