import { z } from 'astro/zod';
import { address, day, id, text } from './fields.ts';

/** One change that a course should know of: an entry of `content/data/changes.yml`, newest first. */
export const changeSchema = z.strictObject({
  id,
  date: day,
  /** What kind of change: a mistake mended, a meaning changed, something moved or retired, something new. */
  kind: z.enum(['corrected', 'meaning', 'moved', 'retired', 'new']),
  title: text,
  text,
  /** Pages or sections that it concerns. */
  pages: z.array(address).default([]),
});

export type Change = z.infer<typeof changeSchema>;
