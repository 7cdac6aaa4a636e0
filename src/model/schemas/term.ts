import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** One term: an entry of `content/data/glossary.yml`. */
export const termSchema = z.strictObject({
  /** Id by which `<Term id>` names it, and its id in the glossary; once published it stays. */
  id,
  /** The term as the glossary prints it. */
  term: text,
  /** The definition: one sentence of at most 200 characters that stands alone. */
  short: text.max(200),
  /** What the term is not, or what it is confused with. */
  not: text,
  /** Other names, abbreviations and spellings of the same thing, which the glossary prints. */
  aka: z.array(text).default([]),
  /** Words that lead here without being its name, such as plurals, parts and products. Only search and the A to Z know them. */
  words: z.array(text).default([]),
  /** The page or section that explains it. */
  page: address,
  /** Ids of the sources that it rests on. */
  sources: sourceIds,
});

/** One term of the glossary. */
export type Term = z.infer<typeof termSchema>;
