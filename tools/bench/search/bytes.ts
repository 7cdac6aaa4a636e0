import { Engine, type Load } from '#features/search/engine/engine.ts';
import { percentile } from '../percentile.ts';

/** Bytes that queries download. */
export interface Bytes {
  /** First query of a visit: code, head, and what the query needs. Maximum of all queries. */
  first: number;
  /** Added by a further query: 95th percentile. */
  next95: number;
  /** Added by a further query: maximum. */
  next: number;
}

/** Maximum number of pages that the search page requests. */
const shownPages = 9;

/**
 * Measures what each query downloads as the first of a visit, and what the next one in the list adds.
 * @param file returns a file of the index by its path
 * @param code bytes of the search's own code, compressed
 */
export async function measureBytes(
  queries: readonly string[],
  file: (path: string) => Buffer,
  code: number,
): Promise<Bytes> {
  const firsts: number[] = [];
  const nexts: number[] = [];
  for (const [at, query] of queries.entries()) {
    const counter = counting(file);
    const engine = await Engine.open(counter.load);
    await engine.search(query, { most: shownPages });
    firsts.push(code + counter.bytes());
    const before = counter.bytes();
    await engine.search(queries[(at + 1) % queries.length]!, { most: shownPages });
    nexts.push(counter.bytes() - before);
  }
  return { first: Math.max(...firsts), next95: percentile(nexts, 95), next: Math.max(...nexts) };
}

/** Reads files of the index and counts their bytes. */
export function counting(file: (path: string) => Buffer): { load: Load; bytes: () => number } {
  let bytes = 0;
  return {
    load: async (path) => {
      const body = file(path);
      bytes += body.length;
      return new Uint8Array(body);
    },
    bytes: () => bytes,
  };
}
