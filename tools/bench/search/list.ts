import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import type { Answer } from '#features/search/engine/engine.ts';

const listSchema = z.array(
  z.strictObject({
    /** What is typed. */
    query: z.string().min(1),
    /** Addresses of the pages that answer it. */
    pages: z.array(z.string().regex(/^\/([a-z0-9-]+\/)*$/)).min(1),
  }),
);

/** One query of the list, with the pages that answer it. */
export type ListedQuery = z.infer<typeof listSchema>[number];

/**
 * The queries of `tests/fixtures/search/queries.yml`.
 * @throws if an entry is not a query with the addresses of its pages
 */
export function readQueries(file = 'tests/fixtures/search/queries.yml'): ListedQuery[] {
  return listSchema.parse(parse(readFileSync(file, 'utf8')));
}

/** Queries whose pages are built, at least one each, and the listed pages that are not. */
export function answerable(
  queries: readonly ListedQuery[],
  dist: string,
): { queries: ListedQuery[]; missing: string[] } {
  const built = (page: string) => existsSync(path.join(dist, page, 'index.html'));
  return {
    queries: queries.filter(({ pages }) => pages.some(built)),
    missing: [...new Set(queries.flatMap(({ pages }) => pages.filter((page) => !built(page))))].sort(),
  };
}

/** How well queries are answered. */
export interface Quality {
  /** Shares of queries with an answering page first, and among the first three. */
  success1: number;
  success3: number;
  /** Mean of one divided by the place of the first answering page. */
  mrr: number;
  /** Queries whose answer is not first: the place (0 is none) and what came first. */
  misses: { query: string; place: number; first: string }[];
}

/** Asks every query. */
export async function measureQuality(
  queries: readonly ListedQuery[],
  ask: (query: string) => Promise<Pick<Answer, 'groups'>>,
): Promise<Quality> {
  const places: number[] = [];
  const misses: Quality['misses'] = [];
  for (const { query, pages } of queries) {
    const found = (await ask(query)).groups.map(({ page }) => page);
    const place = found.findIndex((page) => pages.includes(page)) + 1;
    places.push(place);
    if (place !== 1) misses.push({ query, place, first: found[0] ?? 'nothing' });
  }
  const share = (most: number) => places.filter((place) => place > 0 && place <= most).length / places.length;
  return {
    success1: share(1),
    success3: share(3),
    mrr: places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / places.length,
    misses,
  };
}
