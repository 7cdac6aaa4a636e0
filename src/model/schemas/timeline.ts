import { z } from 'astro/zod';
import { address, id, isDay, text } from './fields.ts';

/** What one of the two documents says, and the id of that source. */
const position = z.strictObject({ says: text, source: id });

/** A contradiction between two official documents: an entry of `content/data/contradictions.yml`. */
export const contradictionSchema = z.strictObject({
  /** Id of the entry and its anchor on the page that lists it; must not change once published. */
  id,
  /** The question on which they disagree. */
  topic: text,
  /** Position of the first document. */
  one: position,
  /** Position of the second document. */
  other: position,
  /** Current state: resolved, or still open. */
  known: text,
  /** Address of the page that explains it. */
  page: address,
});

/** A dated event: an entry of `content/data/history.yml`. */
export const eventSchema = z.strictObject({
  /** Id of the entry and its anchor on the page that lists it; must not change once published. */
  id,
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as the source. */
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
  /** Address of the page that explains it, if there is one. */
  page: address.optional(),
  /** Ids of the sources for the date. */
  sources: z.array(id).min(1, 'needs at least one source'),
});
