import { crc32 } from 'node:zlib';

/** Length of a PNG's signature and of its first chunk, which has to come first. */
const headLength = 8 + 25;

/** A chunk: length, type, data, checksum. https://www.w3.org/TR/png-3/#5Chunk-layout */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** One fact as international text, not compressed. https://www.w3.org/TR/png-3/#11iTXt */
const textChunk = (keyword: string, text: string) =>
  chunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(text, 'utf8')]));

/**
 * A PNG with facts about it inside, which picture viewers and media libraries show.
 * @param facts by keyword: `Title`, `Author`, `Copyright`, `Source` are registered ones
 */
export function withPngText(png: Uint8Array, facts: Readonly<Record<string, string>>): Uint8Array {
  const chunks = Object.entries(facts).map(([keyword, text]) => textChunk(keyword, text));
  return Buffer.concat([png.subarray(0, headLength), ...chunks, png.subarray(headLength)]);
}
