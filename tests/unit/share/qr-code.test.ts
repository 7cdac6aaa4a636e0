import { createRequire } from 'node:module';
import type jsQR from 'jsqr';
import { encode } from 'uqr';
import { expect, test } from 'vitest';

test('a decoder of another make reads the address from the QR code', () => {
  const address = 'https://containers-vs-vms.example/concepts/namespaces-and-cgroups/#a-rather-long-heading-id';
  // As in the menu: medium error correction and a border of four modules.
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const scale = 4;
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).map((_, at) => {
    const pixel = Math.floor(at / 4);
    const [x, y] = [Math.floor((pixel % width) / scale), Math.floor(pixel / width / scale)];
    return at % 4 < 3 && data[y]![x] ? 0 : 255;
  });
  const decode = createRequire(import.meta.url)('jsqr') as typeof jsQR;
  expect(decode(pixels, width, width)?.data).toBe(address);
});
