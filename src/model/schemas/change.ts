import { z } from 'astro/zod';
import { address, day, id, text } from './fields.ts';

/** A change that courses should know about: an entry of `content/data/changes.yml`, newest first. */
export const changeSchema = z.strictObject({
  /** Id of the entry and its anchor on the page that lists it; must not change once published. */
  id,
  /** Day of the change. */
  date: day,
  /** Kind of change: an error fixed, a meaning changed, something moved, retired or new. */
  kind: z.enum(['corrected', 'meaning', 'moved', 'retired', 'new']),
  /** What changed, in a few words. */
  title: text,
  /** Before, after, and who is affected. */
  text,
  /** Affected pages or sections. */
  pages: z.array(address).default([]),
});

/** An entry of the list of changes. */
export type Change = z.infer<typeof changeSchema>;
