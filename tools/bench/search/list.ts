import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';

/** Kinds of queries, the rows of the table. */
export const queryKinds = ['error', 'question', 'phrase', 'noun', 'abbreviation', 'misspelling', 'language'] as const;

const address = z.string().regex(/^\/([a-z0-9-]+\/)*$/);
const listSchema = z.array(
  z.strictObject({
    /** What is typed. */
    query: z.string().min(1),
    /** Addresses of the pages that answer it; empty if the site has no answer. */
    pages: z.array(address),
    /** Pages among the first three that answer it themselves, judged by readers who did not know which search had found them. */
    direct: z.array(address).optional(),
    /** Pages among the first three that only help, judged in the same way. */
    partly: z.array(address).optional(),
    kind: z.enum(queryKinds),
    /** Where it was seen, unless it is made up. */
    seen: z.string().optional(),
  }),
);

/** One query of the list, with the pages that answer it. */
export type ListedQuery = z.infer<typeof listSchema>[number];

/**
 * Reads the queries of a file of `tests/fixtures/search`.
 * @throws if an entry is not a query with the addresses of its pages and its kind
 */
export function readQueries(name = 'queries.yml'): ListedQuery[] {
  return listSchema.parse(parse(readFileSync(path.join('tests/fixtures/search', name), 'utf8')));
}

/** Whether a query of our own list is held back from tuning: a third, chosen by a hash so that nobody picks them. */
export const isHeldBack = ({ query }: ListedQuery) => createHash('sha256').update(query).digest()[0]! % 3 === 0;

/** Queries with at least one built page, and the listed pages that are not built. */
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

/** Judged queries with a page that answers directly, or at least helps, each with these pages only. */
export function judged(queries: readonly ListedQuery[], least: 'direct' | 'partly'): ListedQuery[] {
  return queries
    .map((one) => ({ ...one, pages: [...(one.direct ?? []), ...(least === 'partly' ? (one.partly ?? []) : [])] }))
    .filter(({ pages }) => pages.length > 0);
}

/** Quality of the answers to queries. */
export interface Quality {
  /** Number of queries. */
  count: number;
  /** Share of queries with an answering page first. */
  success1: number;
  /** Share of queries with an answering page among the first three. */
  success3: number;
  /** Mean reciprocal rank of the first answering page. */
  mrr: number;
}

/** A query, the rank of the first page that answers it (0 if none does), and the page that came first. */
export interface Placed extends ListedQuery {
  /** Rank of the first page that answers the query, from 1; 0 if none does. */
  place: number;
  /** Address of the page that came first, or `nothing`. */
  first: string;
}

/**
 * Runs every query.
 * @param ask returns the addresses of the pages found, best first
 */
export async function placeAll(
  queries: readonly ListedQuery[],
  ask: (query: string) => Promise<readonly string[]>,
): Promise<Placed[]> {
  const placed: Placed[] = [];
  for (const listed of queries) {
    const found = await ask(listed.query);
    const place = found.findIndex((page) => listed.pages.includes(page)) + 1;
    placed.push({ ...listed, place, first: found[0] ?? 'nothing' });
  }
  return placed;
}

/** Quality of the queries that were run. */
export function qualityOf(placed: readonly Placed[]): Quality {
  const count = placed.length;
  const share = (most: number) => placed.filter(({ place }) => place > 0 && place <= most).length / count;
  return {
    count,
    success1: share(1),
    success3: share(3),
    mrr: placed.reduce((sum, { place }) => sum + (place > 0 ? 1 / place : 0), 0) / count,
  };
}
