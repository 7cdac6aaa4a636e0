import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import type { Translation } from '../engine/languages.ts';
import { plain, runsOf } from '../engine/words.ts';

/** `content/data/languages.yml`: names of the subject in other languages. */
const languagesSchema = z.array(
  z.strictObject({
    /** BCP 47 tag of the language. */
    tag: z.string().regex(/^[a-z]{2,3}$/),
    /** Where the words were found. */
    read: z.array(z.string()).min(1),
    /** English word, and the words that mean it. */
    words: z.record(z.string().min(2), z.array(z.string().trim().min(1)).min(1)),
  }),
);

const file = 'content/data/languages.yml';

/**
 * Loads the foreign words with their translations, the longest first, in the spelling of queries.
 * @param root root of the project
 * @throws with the file and the reason, if it is not valid
 */
export function loadLanguages(root: string): Translation[] {
  const found = path.join(root, file);
  if (!existsSync(found)) return [];
  const read = languagesSchema.safeParse(parse(readFileSync(found, 'utf8')));
  if (!read.success) {
    const { path: where, message } = read.error.issues[0]!;
    throw new Error(
      `${file}: ${where.join('.')}: ${message}. Its fields are described in src/features/search/indexing/languages.ts.`,
    );
  }
  const table = new Map<string, string>();
  for (const { words } of read.data) {
    for (const [english, foreign] of Object.entries(words))
      for (const word of foreign) table.set(spelled(word), english);
  }
  return [...table].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
}

/** A name in the form that is compared with a query. */
const spelled = (name: string) =>
  runsOf(plain(name))
    .map(({ word }) => word)
    .join(' ');
