import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '#shared/problem.ts';

/** Every address ever published, one a line. */
export const recordFile = 'content/data/published.txt';

const form = /^\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+)?$/;

/** The addresses in a record's text. */
export const parseRecord = (text: string): string[] => text.split(/\r?\n/).filter((line) => line !== '');

/** A record's text: sorted by code point, each address once. */
export const formatRecord = (addresses: Iterable<string>): string =>
  [...new Set(addresses)]
    .sort()
    .map((address) => `${address}\n`)
    .join('');

/** The record below `root`; empty where there is none yet. */
export function readRecord(root: string): string[] {
  const file = path.join(root, recordFile);
  return existsSync(file) ? parseRecord(readFileSync(file, 'utf8')) : [];
}

/** Lines of the record that no tool of ours has written: malformed, out of order or twice there. */
export function checkRecordForm(record: readonly string[]): Problem[] {
  const tell = (line: number, problem: string): Problem => ({
    file: recordFile,
    line,
    problem,
    fix: 'The file is never edited by hand: run npm run build and npm run links:accept, which write it anew. A line that is no address goes back to what git has.',
  });
  return record.flatMap((address, index) => {
    if (!form.test(address)) return [tell(index + 1, `"${address}" is no address`)];
    if (index === 0 || record[index - 1]! < address) return [];
    return [tell(index + 1, `${address} is ${record[index - 1] === address ? 'there twice' : 'out of order'}`)];
  });
}
