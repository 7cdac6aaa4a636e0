// Streaming reader for tar archives (POSIX.1-1988 ustar, with GNU and pax long names): a course of gigabytes is mostly video.
import { joinBytes } from './source.ts';
import { Trouble } from './trouble.ts';

/** One member of an archive. */
export interface TarMember {
  name: string;
  /** Size of the content in bytes. */
  size: number;
  /** Type flag: `0` for a regular file. */
  type: string;
  /** Its raw header, 512 bytes. */
  header: Uint8Array;
}

/** Reads a given number of bytes from a stream of chunks. */
class Taker {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** Returns the next piece of at most `most` bytes; empty at the end. */
  async piece(most: number): Promise<Uint8Array> {
    while (this.#rest.length === 0) {
      const { value, done } = await this.#pieces.next();
      if (done) return this.#rest;
      this.#rest = value;
    }
    const taken = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(taken.length);
    return taken;
  }

  /** Returns the next `count` bytes, or skips them if `keep` is false. Throws a {@link Trouble} if there are fewer. */
  async take(count: number, keep = true): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for (let left = count; left > 0;) {
      const piece = await this.piece(left);
      if (piece.length === 0) throw new Trouble('truncated');
      if (keep) chunks.push(piece);
      left -= piece.length;
    }
    return chunks.length === 1 ? chunks[0]! : joinBytes(chunks);
  }

  /** Closes the stream without reading the rest. */
  async end(): Promise<void> {
    await this.#pieces.return?.();
  }
}

const ascii = new TextDecoder('latin1');
const utf8 = new TextDecoder();
const field = (bytes: Uint8Array, at: number, length: number) => {
  const part = bytes.subarray(at, at + length);
  const end = part.indexOf(0);
  return end < 0 ? part : part.subarray(0, end);
};

/** Checksum of a header: the sum of its bytes, with the checksum field counted as spaces. */
export function checksum(header: Uint8Array): number {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0);
}

function parseHeader(header: Uint8Array): TarMember {
  const said = parseInt(ascii.decode(field(header, 148, 8)).trim(), 8);
  if (said !== checksum(header)) throw new Trouble('noTar');
  const prefix = ascii.decode(field(header, 257, 5)) === 'ustar' ? utf8.decode(field(header, 345, 155)) : '';
  const name = utf8.decode(field(header, 0, 100));
  // Sizes of 8 GiB and more are in base 256.
  const size =
    header[124]! & 0x80
      ? header.subarray(125, 136).reduce((sum, byte) => sum * 256 + byte, 0)
      : parseInt(ascii.decode(field(header, 124, 12)).trim() || '0', 8);
  return { name: prefix ? `${prefix}/${name}` : name, size, type: String.fromCharCode(header[156] || 48), header };
}

/** The long name in a member that describes the next one. */
function longName({ type }: TarMember, body: Uint8Array): string | undefined {
  if (type === 'L') return utf8.decode(field(body, 0, body.length));
  return type === 'x' ? /\d+ path=([^\n]*)\n/.exec(utf8.decode(body))?.[1] : undefined;
}

/** Called for each member. Returns a callback for its bytes, if they are wanted; `before` are the raw long-name members that precede it. */
export type Visit = (member: TarMember) => ((body: Uint8Array, before: Uint8Array) => Promise<void> | void) | undefined;

/**
 * Reads an archive member by member.
 * @param visit called for each member, returns a callback for its bytes if they are wanted
 * @throws a {@link Trouble} if it is truncated or not a tar archive
 */
export async function walkTar(pieces: AsyncIterable<Uint8Array>, visit: Visit): Promise<void> {
  const taker = new Taker(pieces);
  try {
    await walk(taker, visit);
  } finally {
    await taker.end();
  }
}

async function walk(taker: Taker, visit: Visit): Promise<void> {
  let name: string | undefined;
  let before: Uint8Array[] = [];
  for (;;) {
    const header = await taker.take(512);
    if (header.every((byte) => byte === 0)) return;
    const member = parseHeader(header);
    const padding = (512 - (member.size % 512)) % 512;
    if (member.type === 'L' || member.type === 'x') {
      if (member.size > 65_536) throw new Trouble('damaged', { part: member.name });
      const body = await taker.take(member.size + padding);
      name = longName(member, body.subarray(0, member.size)) ?? name;
      before.push(header, body);
      continue;
    }
    const use = visit({ ...member, name: name ?? member.name });
    const body = await taker.take(member.size, use !== undefined);
    await taker.take(padding, false);
    await use?.(body, joinBytes(before));
    name = undefined;
    before = [];
  }
}
