import { z } from 'astro/zod';
import { address, id, text } from './fields.ts';

/** One page of a path. */
const step = z.strictObject({
  /** Address of the page, or of the section of it that is to be read. */
  page: address,
  /** Minutes that it takes: to read for yourself, or in class where the path is a lesson. */
  minutes: z.number().int().min(1).max(90),
  /** Why this page comes at this point, or what to do with it, in one sentence. */
  note: text.optional(),
});

/** A few pages in an order that serves one purpose: an entry of `content/data/paths.yml`. Its own page is `/paths/<id>/`. */
export const pathSchema = z.strictObject({
  /** Id of the path, the last part of its address; once published it stays. */
  id,
  /** What it is called; the title of its page says the same. */
  name: text,
  /** Who walks it and what they can do at its end, in one sentence. */
  purpose: text.max(200),
  /** Its pages in order. */
  steps: z.array(step).min(3).max(9),
  /** Where to go on after the last page. */
  after: address,
});

/** A few pages in an order that serves one purpose. */
export type ReadingPath = z.infer<typeof pathSchema>;
