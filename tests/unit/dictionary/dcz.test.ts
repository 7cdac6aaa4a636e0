import { createHash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressDcz, hashField, takesDictionaries } from '#features/dictionary/dcz.ts';

const dictionary = Buffer.from(Array.from({ length: 4000 }, (_, index) => `<li>${index * 7919}</li>`).join(''));
const body = Buffer.from(`<ul>${dictionary.subarray(5000, 45_000).toString()}</ul>`);

/** Bytes of the window that a frame of Zstandard asks for, as RFC 8878 writes it: a single segment has the size of its content. */
function windowOf(frame: Buffer): number {
  const descriptor = frame[4]!;
  const isSingle = (descriptor & 0x20) !== 0;
  const at = 5 + [0, 1, 2, 4][descriptor & 3]!;
  if (!isSingle) return 2 ** (10 + (frame[5]! >> 3)) * (1 + (frame[5]! & 7) / 8);
  const size = descriptor >> 6;
  return [frame[at]!, frame.readUInt16LE(at) + 256, frame.readUInt32LE(at), Number(frame.readBigUInt64LE(at))][size]!;
}

test('the header is that of RFC 9842: its magic number, then the hash of the dictionary', () => {
  const sent = compressDcz(body, dictionary);
  expect(sent.subarray(0, 8).toString('hex')).toBe('5e2a4d1820000000');
  expect(sent.subarray(8, 40).equals(createHash('sha256').update(dictionary).digest())).toBe(true);
  expect(hashField(dictionary)).toBe(`:${sent.subarray(8, 40).toString('base64')}:`);
});

test('what has the dictionary gets the same bytes back, and what has another does not', () => {
  const frame = compressDcz(body, dictionary).subarray(40);
  expect(frame.length).toBeLessThan(100);
  expect(zstdDecompressSync(frame, { dictionary }).equals(body)).toBe(true);
  expect(() => zstdDecompressSync(frame)).toThrow();
});

test('no window is larger than what every browser with dcz takes', () => {
  const most = 8 * 2 ** 20;
  for (const size of [300, 40_000, 1_000_000])
    expect(windowOf(compressDcz(Buffer.alloc(size, 'ab'), dictionary).subarray(40)), String(size)).toBeLessThanOrEqual(
      most,
    );
  // A frame that asks for 16 MB.
  expect(windowOf(Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 14 << 3]))).toBe(2 * most);
});

test('a Node that ignores the dictionary or knows no Zstandard is told from one that does', () => {
  expect(takesDictionaries()).toBe(true);
  expect(takesDictionaries((text) => Buffer.concat([Buffer.alloc(40), zstdCompressSync(text)]))).toBe(false);
  const missing = () => {
    throw new TypeError('zstdCompressSync is not a function');
  };
  expect(takesDictionaries(missing)).toBe(false);
});
