import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';

/** `content/data/search.yml`: what search knows beyond the names in the glossary. */
const synonymsSchema = z.strictObject({
  /** Groups of words or phrases that mean the same on this site. */
  same: z.array(z.array(z.string().trim().min(1)).min(2)).default([]),
  /** Example queries for an empty field: a message, a question, a term. */
  examples: z.array(z.string().trim().min(2)).default([]),
  /** The main questions of the site, with words in any order: a query has to mention each side, and the rest of it may only say what is wanted. */
  asks: z
    .array(
      z.strictObject({
        sides: z.array(z.array(z.string().trim().min(1)).min(1)).min(1),
        wants: z.array(z.string().trim().min(1)).default([]),
        /** Whether mentioning the sides is enough. */
        alone: z.boolean().default(false),
        /** Addresses of the pages and sections that answer, the best first. */
        at: z.array(z.string().startsWith('/')).min(1),
      }),
    )
    .default([]),
  /** Pages that list what others explain, besides those that have pages below them. */
  hubs: z.array(z.string().startsWith('/')).default([]),
  /** Further names of pages and sections, besides their titles and the terms of the glossary. */
  names: z
    .array(
      z.strictObject({
        names: z.array(z.string().trim().min(1)).min(1),
        at: z.array(z.string().startsWith('/')).min(1),
      }),
    )
    .default([]),
  /** A word, and what else readers may mean by it. */
  also: z.array(z.strictObject({ word: z.string(), means: z.array(z.string()).min(1) })).default([]),
});

/** Words that mean the same on this site, or may do so. */
export type Synonyms = z.infer<typeof synonymsSchema>;

const file = 'content/data/search.yml';

/**
 * Loads the synonyms of the project at `root`.
 * @throws with the file and the reason, if it is not valid
 */
export function loadSynonyms(root: string): Synonyms {
  const found = path.join(root, file);
  if (!existsSync(found)) return { same: [], also: [], examples: [], asks: [], hubs: [], names: [] };
  const read = synonymsSchema.safeParse(parse(readFileSync(found, 'utf8')));
  if (read.success) return read.data;
  const { path: where, message } = read.error.issues[0]!;
  throw new Error(
    `${file}: ${where.join('.')}: ${message}. Its fields are described in src/features/search/indexing/synonyms.ts.`,
  );
}
