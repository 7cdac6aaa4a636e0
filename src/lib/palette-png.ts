import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Colours that one byte can name. */
const most = 256;

/**
 * A drawing as a PNG with a palette, which is smaller and made faster than one with four bytes a pixel (PNG specification, 11.2).
 * @param pixels red, green, blue and alpha of each pixel, a byte each, row by row
 * @returns nothing if it has more than 256 colours or lets something shine through
 */
export function palettePng(pixels: Uint8Array, width: number, height: number): Buffer | undefined {
  const names = new Map<number, number>();
  const rows = nameColours(new Uint32Array(pixels.buffer, pixels.byteOffset, width * height), width, names);
  // Whatever the order of bytes in a number on this machine, in memory they stand as they came.
  const colours = Buffer.from(Uint32Array.from(names.keys()).buffer);
  const solid = colours.every((byte, index) => index % 4 !== 3 || byte === 0xff);
  if (names.size > most || !solid) return undefined;
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // Eight bits a pixel, with a palette; the rest is 0.
  size.set([8, 3], 8);
  const palette = Buffer.from(colours.filter((_, index) => index % 4 !== 3));
  const parts = [chunk('IHDR', size), chunk('PLTE', palette), chunk('IDAT', deflateSync(rows)), chunk('IEND')];
  return Buffer.concat([signature, ...parts]);
}

/** The rows of a picture as PNG has them, a byte for "as it is" and then the name of each pixel's colour; names that are new are added. */
function nameColours(pixels: Uint32Array, width: number, names: Map<number, number>): Buffer {
  const height = pixels.length / width;
  const rows = Buffer.alloc((width + 1) * height);
  const source = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const row = width * 4;
  for (let y = 0, to = 0; y < height && names.size <= most; y++, to += width + 1) {
    // Most rows of a drawing are the one above once more.
    if (y > 0 && source.compare(source, (y - 1) * row, y * row, y * row, (y + 1) * row) === 0)
      rows.copyWithin(to, to - width - 1, to);
    else nameRow(pixels, y * width, rows.subarray(to + 1, to + 1 + width), names);
  }
  return rows;
}

function nameRow(pixels: Uint32Array, from: number, row: Uint8Array, names: Map<number, number>): void {
  let last = -1;
  let name = 0;
  for (let x = 0; x < row.length; x++) {
    const colour = pixels[from + x]!;
    if (colour !== last) {
      last = colour;
      name = names.get(colour) ?? names.size;
      names.set(colour, name);
    }
    row[x] = name;
  }
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
