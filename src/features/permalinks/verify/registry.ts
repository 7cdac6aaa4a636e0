import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '#shared/problem.ts';

/** The permalink registry: every address ever published, one per line. */
export const registryFile = 'content/data/published.txt';

const validAddress = /^\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+|[a-z0-9-]+(?:\.[a-z0-9]+)+)?$/;

/** Parses a registry's text. */
export const parseRegistry = (text: string): string[] => text.split(/\r?\n/).filter((line) => line !== '');

/** Formats a registry: sorted by code point, each address once. */
export const formatRegistry = (addresses: Iterable<string>): string =>
  [...new Set(addresses)]
    .sort()
    .map((address) => `${address}\n`)
    .join('');

/** Reads the registry below `root`; empty if there is none yet. */
export function readRegistry(root: string): string[] {
  const file = path.join(root, registryFile);
  return existsSync(file) ? parseRegistry(readFileSync(file, 'utf8')) : [];
}

/** Reports lines that the commands would not write: malformed, out of order or duplicate. */
export function checkRegistryForm(registry: readonly string[]): Problem[] {
  const problemAt = (line: number, problem: string): Problem => ({
    file: registryFile,
    line,
    problem,
    fix: 'The file is never edited by hand: run npm run build and npm run links:accept, which write it anew. Restore an invalid line from git.',
  });
  return registry.flatMap((address, index) => {
    if (!validAddress.test(address)) return [problemAt(index + 1, `"${address}" is not a valid address`)];
    if (index === 0 || registry[index - 1]! < address) return [];
    return [problemAt(index + 1, `${address} is ${registry[index - 1] === address ? 'there twice' : 'out of order'}`)];
  });
}
