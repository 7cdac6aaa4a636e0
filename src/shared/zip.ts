import { strToU8, zipSync } from 'fflate';

/** A reproducible ZIP archive: the same files give the same bytes, at any time and in any time zone. */
export function zipOf(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  // fflate writes local time, so a local date gives the same bytes everywhere.
  const mtime = new Date(1980, 0, 1);
  const entries = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, file]) => [name, typeof file === 'string' ? strToU8(file) : file]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime });
}
