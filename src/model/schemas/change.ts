import { z } from 'astro/zod';
import { address, day, id, text } from './fields.ts';

/** One change that a course should know of: an entry of `content/data/changes.yml`, newest first. */
export const changeSchema = z.strictObject({
  /** Id of the entry, which is its id on the page that lists it; once published it stays. */
  id,
  /** Day of the change. */
  date: day,
  /** What kind of change: a mistake mended, a meaning changed, something moved or retired, something new. */
  kind: z.enum(['corrected', 'meaning', 'moved', 'retired', 'new']),
  /** What changed, in a few words. */
  title: text,
  /** What it was, what it is now, and whom it concerns. */
  text,
  /** Pages or sections that it concerns. */
  pages: z.array(address).default([]),
});

/** One entry of the list of changes. */
export type Change = z.infer<typeof changeSchema>;
