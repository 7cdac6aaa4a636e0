import type { Engine } from '#features/search/engine/engine.ts';

/**
 * Counts how often the first page changes while a query is typed letter by letter, and once more when typing stops.
 * @param queries whole questions
 * @returns the number of changes for each
 */
export async function measureChanges(engine: Engine, queries: readonly string[]): Promise<number[]> {
  const counts: number[] = [];
  for (const query of queries) {
    let first: string | undefined;
    let changes = 0;
    for (let end = 2; end <= query.length + 1; end++) {
      const { groups } = await engine.search(query.slice(0, end), { most: 1, settled: end > query.length });
      const now = groups[0]?.page;
      if (first !== undefined && now !== first) changes++;
      first = now;
    }
    counts.push(changes);
  }
  return counts;
}
