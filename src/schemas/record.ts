import { z } from 'astro/zod';
import { address, id, text } from './fields.ts';

const position = z.strictObject({ says: text, source: id });

/** Two official documents that disagree: an entry of `content/data/contradictions.yml`. */
export const contradictionSchema = z.strictObject({
  id,
  topic: text,
  one: position,
  other: position,
  /** What is known: resolved, or still open. */
  known: text,
  page: address,
});

/** One dated event: an entry of `content/data/history.yml`. */
export const eventSchema = z.strictObject({
  id,
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as the source is. */
  date: z.string().regex(/^\d{4}(-\d{2}){0,2}$/, 'must be YYYY, YYYY-MM or YYYY-MM-DD'),
  event: text,
  /** Why it matters to the comparison. */
  matters: text,
  page: address.optional(),
  sources: z.array(id).min(1, 'needs at least one source'),
});
