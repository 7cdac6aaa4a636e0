import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** A term: an entry of `content/data/glossary.yml`. */
export const termSchema = z.strictObject({
  /** Id used by `<Term id>`, and anchor in the glossary; must not change once published. */
  id,
  /** The term as shown in the glossary. */
  term: text,
  /** The definition: one sentence of at most 200 characters that can be read on its own. */
  short: text.max(200),
  /** What the term does not mean, or is confused with. */
  not: text,
  /** Other names, abbreviations and spellings, shown in the glossary. */
  aka: z.array(text).default([]),
  /** Related words that should lead here, such as plurals, parts and products. Used only by search and the A to Z. */
  words: z.array(text).default([]),
  /** The page or section that explains it. */
  page: address,
  /** Ids of the sources that support it. */
  sources: sourceIds,
});

/** A term of the glossary. */
export type Term = z.infer<typeof termSchema>;
