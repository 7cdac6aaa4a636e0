import { z } from 'astro/zod';
import { address, id, isDay, text } from './fields.ts';

/** What one of the two documents says, and which it is. */
const position = z.strictObject({ says: text, source: id });

/** Two official documents that disagree: an entry of `content/data/contradictions.yml`. */
export const contradictionSchema = z.strictObject({
  /** Id of the entry, which is its id on the page that lists it; once published it stays. */
  id,
  /** The question on which they disagree. */
  topic: text,
  /** What the first says. */
  one: position,
  /** What the second says. */
  other: position,
  /** What is known: resolved, or still open. */
  known: text,
  /** Page that explains the matter. */
  page: address,
});

/** One dated event: an entry of `content/data/history.yml`. */
export const eventSchema = z.strictObject({
  /** Id of the entry, which is its id on the page that lists it; once published it stays. */
  id,
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as the source is. */
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/, 'must be YYYY, YYYY-MM or YYYY-MM-DD')
    .refine((date) => isDay(`${date}-01-01`.slice(0, 10)), {
      error: ({ input }) => `${String(input)} is not a day of the calendar`,
    }),
  /** What happened, in one sentence. */
  event: text,
  /** Why it matters to the comparison. */
  matters: text,
  /** Page that explains it, if one does. */
  page: address.optional(),
  /** Ids of the sources of the date. */
  sources: z.array(id).min(1, 'needs at least one source'),
});
