import { checkKind, extensionOf, kindOf, promised, textForm } from './forms.ts';
import { Budget, depthLimit, inMebi, nestedLimit, textLimit } from './limits.ts';
import { inflatePieces } from './inflate.ts';
import { readText, type Place, type Sink } from './part.ts';
import { bytesSource, type Source } from './source.ts';
import { walkTar, type TarMember } from './tar.ts';
import { decodeText } from './texts.ts';
import { Trouble } from './trouble.ts';
import { packageKind, placeIn, refuseEncrypted, slideNumbers, splitSlides } from './office.ts';
import { dataStart, readEntry, zipEntries, type ZipEntry } from './zip.ts';

/** Context of reading a file: where links go, what may still be unpacked, and the enclosing documents. */
export interface Reading {
  sink: Sink;
  budget: Budget;
  /** Enclosing documents, outermost first. */
  inside: readonly string[];
  /** Loads the PDF parser. */
  pdf: () => Promise<typeof import('./pdf.ts')>;
}

/** How to read a part of a package: `sniff` decides by its first bytes, undefined skips it. */
export type Role = 'text' | 'document' | 'sniff' | undefined;

/** How to read a part of a package or a member of a course, from its name. */
export function roleOf(name: string): Role {
  if (name.endsWith('/')) return undefined;
  const kind = promised(name);
  if (['ipynb', 'json'].includes(extensionOf(name)) || kind === 'text' || kind === 'markup') return 'text';
  if (kind === 'media' || kind === 'cfb') return undefined;
  if (kind !== undefined || extensionOf(name) === 'mbz') return 'document';
  // Moodle stores files by checksum and without an extension; other such names, as `mimetype`, are shorter.
  return /^(?:files\/)?[\w/]*[0-9a-f]{40}$/.test(name) ? 'sniff' : undefined;
}

/** Reads a nested document. Problems are reported, so that the rest is still read. */
async function readNested(name: string, source: Source, reading: Reading): Promise<void> {
  const inside = [...reading.inside, name];
  try {
    if (inside.length > depthLimit) throw new Trouble('nested', { depth: depthLimit });
    await readFile(name, source, { ...reading, inside });
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    reading.sink.trouble(error, inside);
  }
}

/** First bytes of an entry, up to 4 KiB. */
async function headOf(source: Source, entry: ZipEntry): Promise<Uint8Array> {
  const start = await dataStart(source, entry);
  const packed = bytesSource(await source.slice(start, start + Math.min(entry.packed, 65_536)));
  if (entry.method === 0) return packed.slice(0, 4096);
  for await (const piece of inflatePieces(packed.stream(), 'deflate-raw', entry.name)) return piece.subarray(0, 4096);
  return new Uint8Array();
}

/** An entry as a source of its own, without a copy if it is not compressed. */
async function partSource(source: Source, entry: ZipEntry, budget: Budget): Promise<Source> {
  if (entry.method !== 0) return bytesSource(await readEntry(source, entry, budget, nestedLimit));
  const start = await dataStart(source, entry);
  const slice = (from: number, to: number) => source.slice(start + from, Math.min(start + to, start + entry.packed));
  const part = { size: entry.packed, slice };
  return {
    ...part,
    stream: async function* () {
      for (let at = 0; at < part.size; at += 1_048_576) yield await slice(at, at + 1_048_576);
    },
  };
}

/** Reads a part that contains text. */
function readPart(
  bytes: Uint8Array,
  name: string,
  kind: string,
  numbers: ReadonlyMap<string, number>,
  { sink, inside }: Reading,
): void {
  const text = decodeText(bytes);
  if (name === 'files.xml') takeNames(text, sink);
  const form = textForm(name, text);
  for (const { text: piece, slide } of splitSlides(kind, name, text)) {
    const place: Place = { ...(slide ? { kind: 'slide', value: slide } : placeIn(kind, name, numbers)), inside };
    readText(piece, form, name, sink, place, inside);
  }
}

/** Reads the original names of files from Moodle's list, by checksum. */
function takeNames(text: string, { names }: Sink): void {
  for (const [, hash, name] of text.matchAll(
    /<contenthash>([0-9a-f]{40})<\/contenthash>[\s\S]*?<filename>([^<]*)<\/filename>/g,
  ))
    if (name !== '.') names.set(`files/${hash!.slice(0, 2)}/${hash}`, name!);
}

async function readZip(source: Source, reading: Reading): Promise<void> {
  const entries = await zipEntries(source);
  if (entries.some(({ encrypted }) => encrypted)) throw new Trouble('encrypted');
  const read = (entry: ZipEntry) => readEntry(source, entry, reading.budget);
  const kind = packageKind(entries);
  await refuseEncrypted(entries, read);
  const numbers = await slideNumbers(entries, read);
  for (const entry of entries) {
    const role = roleOf(entry.name);
    if (role === 'text') readPart(await read(entry), entry.name, kind, numbers, reading);
    if (role === 'document' || (role === 'sniff' && ['zip', 'pdf'].includes(kindOf(await headOf(source, entry)))))
      await readNested(entry.name, await partSource(source, entry, reading.budget), reading);
  }
}

/** Reads a member of a course, by its first bytes if its name does not tell what it is. */
async function readMember({ name }: TarMember, body: Uint8Array, reading: Reading): Promise<void> {
  const role = roleOf(name);
  if (role === 'text') readPart(body, name, 'course', new Map(), reading);
  else if (role === 'document' || ['zip', 'pdf'].includes(kindOf(body.subarray(0, 4096))))
    await readNested(name, bytesSource(body), reading);
}

async function readTarGz(source: Source, reading: Reading): Promise<void> {
  const { budget, sink, inside } = reading;
  // Media files are skipped, but an archive that unpacks to more than this is no course.
  let left = 20 * source.size + textLimit;
  const limited = async function* () {
    for await (const piece of inflatePieces(source.stream(), 'gzip', 'gzip')) {
      left -= piece.length;
      if (left < 0) throw new Trouble('bomb', { part: 'tar', limit: inMebi(20 * source.size + textLimit) });
      yield piece;
    }
  };
  await walkTar(limited(), (member) => {
    const role = member.type === '0' ? roleOf(member.name) : undefined;
    if (!role) return undefined;
    if (member.size > (role === 'text' ? textLimit : nestedLimit)) {
      if (role !== 'sniff')
        sink.trouble(new Trouble('tooBig', { limit: inMebi(nestedLimit), what: 'MiB' }), [...inside, member.name]);
      return undefined;
    }
    return async (body) => {
      budget.take(body.length, member.name);
      await readMember(member, body, reading);
    };
  });
}

/**
 * Reads a file and reports its links.
 * @throws a {@link Trouble} if the file cannot be read
 */
export async function readFile(name: string, source: Source, reading: Reading): Promise<void> {
  const head = await source.slice(0, Math.min(source.size, 65_536));
  const tail = await source.slice(Math.max(0, source.size - 65_536), source.size);
  const kind = checkKind(name, head, tail);
  if (kind === 'zip') return readZip(source, reading);
  if (kind === 'gzip') return readTarGz(source, reading);
  if (kind === 'pdf') {
    const { readPdf } = await reading.pdf();
    return readPdf(source, reading.sink, reading.inside);
  }
  if (source.size > textLimit) throw new Trouble('tooBig', { limit: inMebi(textLimit), what: 'MiB' });
  const text = decodeText(await source.slice(0, source.size));
  return readText(text, textForm(name, text), name, reading.sink, undefined, reading.inside);
}
