import { Engine, type Load } from '#features/search/engine/engine.ts';
import { percentile } from '../percentile.ts';

/** Bytes that queries transfer. */
export interface Bytes {
  /** First query of a visit: code, head and what the query needs; the largest of all queries. */
  first: number;
  /** What a further query adds: 95th percentile and largest. */
  next95: number;
  next: number;
}

/** How many pages the search asks for at most, on its page. */
const shownPages = 9;

/**
 * What each query transfers as the first of a visit and as the one after the query before it in the list.
 * @param file gives a file of the index by its path
 * @param code bytes of the search's own code on the wire
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
