import { crc32 } from 'node:zlib';

/** Length of a PNG's signature and its first chunk. New chunks must come after these. */
const headLength = 8 + 25;

/** A chunk: length, type, data, checksum. https://www.w3.org/TR/png-3/#5Chunk-layout */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** An uncompressed iTXt chunk. https://www.w3.org/TR/png-3/#11iTXt */
const textChunk = (keyword: string, text: string) =>
  chunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(text, 'utf8')]));

/**
 * Adds metadata to a PNG, which image viewers and media libraries display.
 * @param facts text by keyword; `Title`, `Author`, `Copyright` and `Source` are registered keywords
 */
export function withPngText(png: Uint8Array, facts: Readonly<Record<string, string>>): Uint8Array {
  const chunks = Object.entries(facts).map(([keyword, text]) => textChunk(keyword, text));
  return Buffer.concat([png.subarray(0, headLength), ...chunks, png.subarray(headLength)]);
}
