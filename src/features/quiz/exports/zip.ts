import { strToU8, zipSync } from 'fflate';

/** A zip of text files. The same files give the same bytes, at any time and in any time zone. */
export function zipOf(files: ReadonlyMap<string, string>): Uint8Array {
  // fflate writes local time, so a local date gives the same bytes everywhere.
  const mtime = new Date(1980, 0, 1);
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, text]) => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime });
}
