import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { readYamlDocument, type ReadDocument } from '#model/yaml-document.ts';
import { formatProblems } from '#shared/problem.ts';

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
  /** Turns of phrase that ask for the entries of one list: `definition of` for the glossary. */
  lists: z
    .array(z.strictObject({ says: z.array(z.string().trim().min(1)).min(1), at: z.string().regex(/^\/[^#]*$/) }))
    .default([]),
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

/** Path of the file from the project's root. */
export const synonymsFile = 'content/data/search.yml';

const none: Synonyms = { same: [], also: [], examples: [], asks: [], hubs: [], lists: [], names: [] };

/** Reads the synonyms of the project at `root`, with what is wrong with them. */
export function readSynonyms(root: string): Pick<ReadDocument<Synonyms>, 'value' | 'lineOf' | 'problems'> {
  const file = path.join(root, synonymsFile);
  if (!existsSync(file)) return { value: none, lineOf: () => 1, problems: [] };
  const fix = 'Its fields are described in src/features/search/indexing/synonyms.ts.';
  return readYamlDocument<Synonyms>(file, synonymsFile, synonymsSchema as z.ZodType<Synonyms>, fix);
}

/**
 * Returns the synonyms of the project at `root`.
 * @throws if the file is invalid; the message has file, line and fix
 */
export function loadSynonyms(root: string): Synonyms {
  const { value, problems } = readSynonyms(root);
  if (!value) throw new Error(formatProblems(problems));
  return value;
}
