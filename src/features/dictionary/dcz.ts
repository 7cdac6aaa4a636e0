import { createHash } from 'node:crypto';
import { constants, zstdCompressSync } from 'node:zlib';

/** Start of a response with the content encoding `dcz`: a skippable Zstandard frame that contains the hash of the dictionary (RFC 9842, section 5). */
const magic = Buffer.from('5e2a4d1820000000', 'hex');

const sha256 = (body: Uint8Array) => createHash('sha256').update(body).digest();

/** Hash of a dictionary in the syntax of `Available-Dictionary`. */
export const hashField = (dictionary: Uint8Array) => `:${sha256(dictionary).toString('base64')}:`;

/**
 * Compresses a body with a dictionary, for the content encoding `dcz`.
 * The size is pledged, so that the window is no larger than body and dictionary need: browsers may reject one of more than 8 MB.
 */
export const compressDcz = (body: Uint8Array, dictionary: Uint8Array): Buffer =>
  Buffer.concat([
    magic,
    sha256(dictionary),
    zstdCompressSync(body, {
      dictionary,
      pledgedSrcSize: body.length,
      params: { [constants.ZSTD_c_compressionLevel]: 19, [constants.ZSTD_c_checksumFlag]: 0 },
    }),
  ]);

/** Whether this Node compresses with a dictionary. Before 22.19 and 24.6, Node does not have Zstandard or ignores the dictionary silently. */
export function takesDictionaries(compress: typeof compressDcz = compressDcz): boolean {
  const body = Buffer.from(hashField(Buffer.from('any text that does not repeat itself')));
  try {
    return compress(body, body).length < magic.length + 32 + body.length;
  } catch {
    return false;
  }
}
