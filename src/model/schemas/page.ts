import { z } from 'astro/zod';
import { day, text } from './fields.ts';

/** Front matter fields in addition to Starlight's, or stricter than them. */
export const pageFields = z.object({
  /** What the reader learns, in plain sentences; used by search engines and link previews. */
  description: text.min(60).max(200),
  /** Day on which the page of a system was last checked against its sources. */
  checked: z.union([day, z.date().transform((date) => date.toISOString().slice(0, 10))]).optional(),
});

/** Front matter that authors may use. Starlight silently drops unknown keys, so the content check uses this strict schema. */
export const frontMatterSchema = z.strictObject({
  /** Page title: its level-1 heading, and its name in the sidebar and in search results. */
  title: text,
  /** Starlight's layout; `splash` has no sidebar. */
  template: z.enum(['doc', 'splash']).optional(),
  /** Starlight's field: whether the page has a table of contents, and down to which level. */
  tableOfContents: z
    .union([z.boolean(), z.strictObject({ maxHeadingLevel: z.number().int().min(2).max(4) })])
    .optional(),
  ...pageFields.shape,
  checked: day.optional(),
});
