import { z } from 'astro/zod';
import { address, id, text } from './fields.ts';

/** A page of a path. */
const step = z.strictObject({
  /** Address of the page, or of the section to read. */
  page: address,
  /** Minutes to read it, or to teach it if the path is a lesson. */
  minutes: z.number().int().min(1).max(90),
  /** Why this page comes here, or what to do with it, in one sentence. */
  note: text.optional(),
});

/** A few pages in an order that serves a purpose: an entry of `content/data/paths.yml`. Its own page is `/paths/<id>/`. */
export const pathSchema = z.strictObject({
  /** Id of the path, the last segment of its address; must not change once published. */
  id,
  /** Name of the path; must match the title of its page. */
  name: text,
  /** Who it is for and what they can do afterwards, in one sentence. */
  purpose: text.max(200),
  /** Its pages in order. */
  steps: z.array(step).min(3).max(9),
  /** Where to continue after the last page. */
  after: address,
});

/** A few pages in an order that serves a purpose. */
export type ReadingPath = z.infer<typeof pathSchema>;
