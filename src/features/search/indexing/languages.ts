import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { readYamlDocument, type ReadDocument } from '#model/yaml-document.ts';
import { formatProblems } from '#shared/problem.ts';
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

/** Path of the file from the project's root. */
const languagesFile = 'content/data/languages.yml';

/** Reads the words of other languages in the project at `root`, with what is wrong with them. */
export function readLanguages(root: string): Pick<ReadDocument<z.infer<typeof languagesSchema>>, 'value' | 'problems'> {
  const file = path.join(root, languagesFile);
  if (!existsSync(file)) return { value: [], problems: [] };
  const fix = 'Its fields are described in src/features/search/indexing/languages.ts.';
  return readYamlDocument(file, languagesFile, languagesSchema, fix);
}

/**
 * Returns the words of other languages with the English ones, the longest first, spelled as queries are.
 * @param root folder of the project
 * @throws if the file is invalid; the message has file, line and fix
 */
export function loadLanguages(root: string): Translation[] {
  const { value, problems } = readLanguages(root);
  if (!value) throw new Error(formatProblems(problems));
  const table = new Map<string, string>();
  for (const { words } of value) {
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
