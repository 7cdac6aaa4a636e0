import type { AddressIndex } from './address-index.ts';
import { crc32 } from './crc32.ts';
import { findLinks, linkPattern } from './find-links.ts';
import { checkKind } from './forms.ts';
import { deflate, inflatePieces } from './inflate.ts';
import { addressOf, judge } from './judge.ts';
import { Budget, inMebi, textLimit } from './limits.ts';
import { roleOf } from './read.ts';
import { joinBytes, type Source } from './source.ts';
import { checksum, walkTar, type TarMember } from './tar.ts';
import { Trouble } from './trouble.ts';
import { dataStart, readEntry, zipEntries, type ZipEntry } from './zip.ts';

/** A corrected copy in chunks, and the number of links corrected in it. */
export interface Corrected {
  chunks: Uint8Array[];
  count: number;
}

const utf8 = new TextEncoder();

const escapedEnd = /&(?:amp;)*(?:quot|apos|lt|gt|nbsp|#39|#x27|#34);/i;

/** Maximum size of a file to correct, in bytes: the copy is made in memory. */
const fixLimit = 256 * 1024 * 1024;

/**
 * Replaces moved links in a text by their new addresses, keeping queries. Addresses consist of characters that no format escapes, so they are
 * replaced in place.
 */
function correctText(text: string, index: AddressIndex): { text: string; count: number } {
  let [corrected, at, count] = ['', 0, 0];
  for (const { url: found, index: start } of findLinks(text, linkPattern(index.bases))) {
    // In escaped markup the quote after an address is escaped too.
    const url = found.split(escapedEnd)[0]!;
    const address = addressOf(url, index.bases);
    if (address === undefined || !url.endsWith(address)) continue;
    const { state, to } = judge(index, url, address);
    if (state !== 'moved' || to === undefined) continue;
    const root = url.slice(0, -address.length);
    const query = /\?[^#]*/.exec(address)?.[0] ?? '';
    const [path = '', id] = to.split('#');
    corrected += text.slice(at, start) + root + path + query + (id ? `#${id}` : '');
    at = start + url.length;
    count += 1;
  }
  return { text: corrected + text.slice(at), count };
}

/** Decodes a part, or returns undefined if it is not UTF-8 and so could not be written back unchanged. */
function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function correctBytes(bytes: Uint8Array, index: AddressIndex): { bytes: Uint8Array; count: number } {
  const text = utf8Text(bytes);
  if (text === undefined) return { bytes, count: 0 };
  const { text: corrected, count } = correctText(text, index);
  return { bytes: count > 0 ? utf8.encode(corrected) : bytes, count };
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Writes the sizes and the checksum of a part into a copy of a header.
 * @param at offset of the checksum: 14 in a local header, 16 in the central directory
 */
function withSizes(
  header: Uint8Array,
  at: number,
  method: number,
  crc: number,
  packed: number,
  size: number,
): Uint8Array {
  const copy = header.slice();
  const data = view(copy);
  // No data descriptor is written after the part, so clear its flag: the header has all values.
  const [flags, way] = at === 14 ? [6, 8] : [8, 10];
  data.setUint16(flags, data.getUint16(flags, true) & ~8, true);
  data.setUint16(way, method, true);
  data.setUint32(at, crc, true);
  data.setUint32(at + 4, packed, true);
  data.setUint32(at + 8, size, true);
  return copy;
}

/** Writes a zip file: unchanged entries byte for byte as they were packed, and a new central directory. */
class ZipWriter {
  readonly chunks: Uint8Array[] = [];
  readonly #records: Uint8Array[] = [];
  #at = 0;

  /** Copies an entry unchanged, without unpacking it. */
  async copy(source: Source, entry: ZipEntry): Promise<void> {
    const start = await dataStart(source, entry);
    this.#add(entry, await source.slice(entry.offset, start), await source.slice(start, start + entry.packed), entry);
  }

  /** Writes an entry with new content, packed with the method it had. */
  async replace(source: Source, entry: ZipEntry, bytes: Uint8Array): Promise<void> {
    const start = await dataStart(source, entry);
    const data = entry.method === 0 ? bytes : await deflate(bytes, 'deflate-raw');
    const sizes = { method: entry.method, crc: crc32(bytes), packed: data.length, size: bytes.length };
    this.#add(entry, await source.slice(entry.offset, start), data, sizes);
  }

  #add(
    entry: ZipEntry,
    header: Uint8Array,
    data: Uint8Array,
    sizes: Pick<ZipEntry, 'method' | 'crc' | 'packed' | 'size'>,
  ): void {
    const { method, crc, packed, size } = sizes;
    const record = withSizes(entry.record, 16, method, crc, packed, size);
    view(record).setUint32(42, this.#at, true);
    this.#records.push(record);
    for (const chunk of [withSizes(header, 14, method, crc, packed, size), data]) {
      this.chunks.push(chunk);
      this.#at += chunk.length;
    }
  }

  /** Returns the whole file in chunks, with its central directory at the end. */
  end(): Uint8Array[] {
    const size = this.#records.reduce((sum, { length }) => sum + length, 0);
    const end = view(new Uint8Array(22));
    end.setUint32(0, 0x06054b50, true);
    end.setUint16(8, this.#records.length, true);
    end.setUint16(10, this.#records.length, true);
    end.setUint32(12, size, true);
    end.setUint32(16, this.#at, true);
    return [...this.chunks, ...this.#records, new Uint8Array(end.buffer)];
  }
}

const isSignature = ({ name }: ZipEntry) => /^_xmlsignatures\/|^META-INF\/(?:document)?signatures\.xml$/.test(name);

async function correctZip(source: Source, index: AddressIndex): Promise<Corrected> {
  const entries = await zipEntries(source);
  if (entries.some(isSignature)) throw new Trouble('signed');
  // A file that needs Zip64 is too large to be corrected.
  if (source.size > fixLimit || entries.length >= 0xffff) throw new Trouble('fixBig', { limit: inMebi(fixLimit) });
  const writer = new ZipWriter();
  const budget = new Budget();
  let count = 0;
  for (const entry of entries) {
    const read =
      roleOf(entry.name) === 'text' ? correctBytes(await readEntry(source, entry, budget), index) : undefined;
    count += read?.count ?? 0;
    if (read && read.count > 0) await writer.replace(source, entry, read.bytes);
    else await writer.copy(source, entry);
  }
  return { chunks: writer.end(), count };
}

/** Returns a tar header with another size and a matching checksum. */
function resized(header: Uint8Array, size: number): Uint8Array {
  const copy = header.slice();
  copy.set(utf8.encode(`${size.toString(8).padStart(11, '0')}\0`), 124);
  copy.set(utf8.encode(`${checksum(copy).toString(8).padStart(6, '0')}\0 `), 148);
  return copy;
}

/** Updates the sizes in Moodle's list of the files in a course. */
function correctList(bytes: Uint8Array, sizes: ReadonlyMap<string, number>): Uint8Array {
  const lines = (utf8Text(bytes) ?? '').split('\n').map((line) => {
    const [name = '', kind, , time] = line.split('\t');
    const size = sizes.get(name);
    return size === undefined ? line : [name, kind, size, time].join('\t');
  });
  return utf8.encode(lines.join('\n'));
}

/** A member of an archive in memory, with the long-name members before it. */
interface Kept {
  member: TarMember;
  /** Raw headers and bodies of the long-name members before it. */
  before: Uint8Array;
  body: Uint8Array;
}

async function readAll(source: Source): Promise<Kept[]> {
  const kept: Kept[] = [];
  let left = fixLimit;
  const limited = async function* () {
    for await (const piece of inflatePieces(source.stream(), 'gzip', 'gzip')) {
      left -= piece.length;
      if (left < 0) throw new Trouble('fixBig', { limit: inMebi(fixLimit) });
      yield piece;
    }
  };
  await walkTar(limited(), (member) => (body, before) => void kept.push({ member, before, body }));
  return kept;
}

async function correctTarGz(source: Source, index: AddressIndex): Promise<Corrected> {
  const kept = await readAll(source);
  const sizes = new Map<string, number>();
  let count = 0;
  const members = kept.map(({ member, before, body }) => {
    const text = member.type === '0' && roleOf(member.name) === 'text' && body.length <= textLimit;
    const corrected = text ? correctBytes(body, index) : { bytes: body, count: 0 };
    if (corrected.count > 0) sizes.set(member.name, corrected.bytes.length);
    count += corrected.count;
    return { member, before, body: corrected.bytes };
  });
  const chunks = members.flatMap(({ member, before, body }) => {
    const whole = member.name === '.ARCHIVE_INDEX' ? correctList(body, sizes) : body;
    const header = whole.length === member.size ? member.header : resized(member.header, whole.length);
    return [before, header, whole, new Uint8Array((512 - (whole.length % 512)) % 512)];
  });
  return { chunks: [await deflate(joinBytes([...chunks, new Uint8Array(1024)]), 'gzip')], count };
}

/**
 * Makes a copy of a file with its moved links corrected. The file itself is not modified.
 * @throws a {@link Trouble} if the format cannot be corrected, or the file cannot be read
 */
export async function correctFile(name: string, source: Source, index: AddressIndex): Promise<Corrected> {
  const head = await source.slice(0, Math.min(source.size, 65_536));
  const kind = checkKind(name, head, await source.slice(Math.max(0, source.size - 65_536), source.size));
  if (kind === 'pdf') throw new Trouble('fixForm');
  if (kind === 'zip') return correctZip(source, index);
  if (kind === 'gzip') return correctTarGz(source, index);
  if (source.size > textLimit) throw new Trouble('tooBig', { limit: inMebi(textLimit), what: 'MiB' });
  const { bytes, count } = correctBytes(await source.slice(0, source.size), index);
  return { chunks: [bytes], count };
}
