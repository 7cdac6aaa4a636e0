// Reads zip files from their central directory (APPNOTE.TXT, 4.3 and 4.5), so that only parts that may contain links are read.
import { crc32 } from './crc32.ts';
import { inflate } from './inflate.ts';
import { entryLimit, inMebi, textLimit, type Budget } from './limits.ts';
import type { Source } from './source.ts';
import { Trouble } from './trouble.ts';

/** One entry of a zip file. */
export interface ZipEntry {
  name: string;
  /** Compression method: 0 stored, 8 deflated. */
  method: number;
  encrypted: boolean;
  /** CRC-32 of the unpacked content. */
  crc: number;
  /** Compressed size in bytes. */
  packed: number;
  /** Uncompressed size in bytes. */
  size: number;
  /** Offset of its local header. */
  offset: number;
  /** Its raw record in the central directory, to copy when the file is rewritten. */
  record: Uint8Array;
}

const signatures = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
};
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const utf8 = new TextDecoder();
const latin = new TextDecoder('latin1');
const big = (data: DataView, at: number) => Number(data.getBigUint64(at, true));

interface Directory {
  /** Offset in the file. */
  at: number;
  /** Size in bytes. */
  size: number;
  /** Number of entries. */
  count: number;
}

/** Reads the Zip64 end of central directory, which files over 4 GiB have. */
async function directory64(source: Source, locator: Uint8Array): Promise<Directory> {
  const data = view(locator);
  if (locator.length < 20 || data.getUint32(0, true) !== signatures.locator64) throw new Trouble('truncated');
  const at = big(data, 8);
  const end = await source.slice(at, at + 56);
  if (end.length < 56 || view(end).getUint32(0, true) !== signatures.end64) throw new Trouble('truncated');
  return { at: big(view(end), 48), size: big(view(end), 40), count: big(view(end), 32) };
}

/** Finds the central directory. Its end record may be followed by a comment of up to 64 KiB. */
async function findDirectory(source: Source): Promise<Directory> {
  const from = Math.max(0, source.size - 65_557);
  const bytes = await source.slice(from, source.size);
  const data = view(bytes);
  for (let at = bytes.length - 22; at >= 0; at -= 1) {
    if (data.getUint32(at, true) !== signatures.end) continue;
    const found = {
      at: data.getUint32(at + 16, true),
      size: data.getUint32(at + 12, true),
      count: data.getUint16(at + 10, true),
    };
    if (found.at !== 0xffffffff && found.size !== 0xffffffff && found.count !== 0xffff) return found;
    return directory64(source, await source.slice(from + at - 20, from + at));
  }
  throw new Trouble('truncated');
}

/** Applies the Zip64 extra field, which has the sizes and the offset that do not fit into 32 bits. */
function wide(entry: ZipEntry, extra: Uint8Array): ZipEntry {
  const data = view(extra);
  for (let at = 0; at + 4 <= extra.length;) {
    const [id, length] = [data.getUint16(at, true), data.getUint16(at + 2, true)];
    if (id === 1) {
      let next = at + 4;
      const read = (value: number) => {
        if (value !== 0xffffffff || next + 8 > extra.length) return value;
        next += 8;
        return big(data, next - 8);
      };
      const size = read(entry.size);
      const packed = read(entry.packed);
      return { ...entry, size, packed, offset: read(entry.offset) };
    }
    at += 4 + length;
  }
  return entry;
}

function parseEntry(bytes: Uint8Array, at: number): { entry: ZipEntry; next: number } {
  const data = view(bytes);
  if (at + 46 > bytes.length || data.getUint32(at, true) !== signatures.central)
    throw new Trouble('damaged', { part: 'zip' });
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => data.getUint16(at + field, true)) as [
    number,
    number,
    number,
  ];
  const flags = data.getUint16(at + 8, true);
  const name = bytes.subarray(at + 46, at + 46 + nameLength);
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const next = at + 46 + nameLength + extraLength + commentLength;
  const entry: ZipEntry = {
    name: (flags & 0x800 ? utf8 : latin).decode(name),
    method: data.getUint16(at + 10, true),
    encrypted: (flags & 1) === 1,
    crc: data.getUint32(at + 16, true),
    packed: data.getUint32(at + 20, true),
    size: data.getUint32(at + 24, true),
    offset: data.getUint32(at + 42, true),
    record: bytes.subarray(at, next),
  };
  return { entry: wide(entry, extra), next };
}

/**
 * Reads the central directory of a zip file.
 * @throws a {@link Trouble} if it is truncated, damaged or has too many entries
 */
export async function zipEntries(source: Source): Promise<ZipEntry[]> {
  const { at, size, count } = await findDirectory(source);
  if (at + size > source.size) throw new Trouble('truncated');
  if (count > entryLimit) throw new Trouble('tooBig', { limit: entryLimit, what: 'parts' });
  const bytes = await source.slice(at, at + size);
  const entries: ZipEntry[] = [];
  let next = 0;
  for (let index = 0; index < count; index += 1) {
    const parsed = parseEntry(bytes, next);
    entries.push(parsed.entry);
    next = parsed.next;
  }
  return entries;
}

/** Offset of an entry's data, after its local header. */
export async function dataStart(source: Source, { name, offset }: ZipEntry): Promise<number> {
  const header = await source.slice(offset, offset + 30);
  const data = view(header);
  if (header.length < 30 || data.getUint32(0, true) !== signatures.local) throw new Trouble('damaged', { part: name });
  return offset + 30 + data.getUint16(26, true) + data.getUint16(28, true);
}

/**
 * Reads and unpacks one entry.
 * @param limit maximum unpacked size in bytes
 * @throws a {@link Trouble} if it is encrypted, damaged, compressed with an unknown method or too large
 */
export async function readEntry(
  source: Source,
  entry: ZipEntry,
  budget: Budget,
  limit = textLimit,
): Promise<Uint8Array> {
  const { name, method, encrypted, packed, size } = entry;
  if (encrypted) throw new Trouble('encrypted');
  const tooMuch = () => new Trouble('bomb', { part: name, limit: inMebi(limit) });
  if (size > limit || (method === 0 && packed > limit)) throw tooMuch();
  const start = await dataStart(source, entry);
  if (start + packed > source.size) throw new Trouble('truncated');
  const bytes = await source.slice(start, start + packed);
  if (method !== 0 && method !== 8) throw new Trouble('method', { part: name });
  const text = method === 0 ? bytes : await inflate(bytes, 'deflate-raw', name, limit, tooMuch);
  budget.take(text.length, name);
  if (text.length !== size || crc32(text) !== entry.crc) throw new Trouble('damaged', { part: name });
  return text;
}
