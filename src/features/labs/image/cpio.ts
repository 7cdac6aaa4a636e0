/** One entry of an archive. */
export interface CpioEntry {
  /** Path without a leading slash. */
  path: string;
  /** Permissions and file type bits. */
  mode: number;
  /** Content; empty for a directory. */
  data: Uint8Array;
}

const directory = 0o040000;
const file = 0o100000;

/** A directory. */
export const dirEntry = (path: string, mode = 0o755): CpioEntry => ({
  path,
  mode: directory | mode,
  data: new Uint8Array(),
});
/** A plain file. */
export const fileEntry = (path: string, data: Uint8Array, mode = 0o644): CpioEntry => ({
  path,
  mode: file | mode,
  data,
});

const hex = (value: number) => value.toString(16).padStart(8, '0').toUpperCase();
const padding = (length: number) => Buffer.alloc((4 - (length % 4)) % 4);

/** Bytes of one entry in the kernel's format `newc`. Owner, time and device are zero, so that equal content results in equal bytes. */
function entryBytes({ path, mode, data }: CpioEntry, inode: number): Buffer {
  const name = Buffer.from(`${path}\0`);
  const links = mode & directory && !(mode & file & ~directory) ? 2 : 1;
  const fields = [inode, mode, 0, 0, links, 0, data.length, 0, 0, 0, 0, name.length, 0];
  const head = Buffer.from(`070701${fields.map(hex).join('')}`);
  return Buffer.concat([head, name, padding(head.length + name.length), data, padding(data.length)]);
}

/** Creates an archive of entries, sorted by path. */
export function cpio(entries: CpioEntry[]): Buffer {
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  const parts = sorted.map((entry, index) => entryBytes(entry, index + 1));
  return Buffer.concat([...parts, entryBytes({ path: 'TRAILER!!!', mode: 0, data: new Uint8Array() }, 0)]);
}
