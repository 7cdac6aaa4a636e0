import { z } from 'astro/zod';
import { day, text } from './fields.ts';

/** What front matter may say beyond title and description, which every page must have. */
export const pageFields = z.object({
  /** Plain sentences that say what the reader learns; shown by search engines and link previews. */
  description: text.min(60).max(200),
  /** Day on which a system's page was last checked against its sources. */
  checked: z.union([day, z.date().transform((date) => date.toISOString().slice(0, 10))]).optional(),
});

/** Front matter as authors may write it. Starlight drops unknown keys without a word, so the content check uses this strict form. */
export const frontMatterSchema = z.strictObject({
  /** Title of the page: its heading of level 1, its name in the sidebar and in search results. */
  title: text,
  /** Starlight's layout; `splash` has no sidebar. */
  template: z.enum(['doc', 'splash']).optional(),
  /** Starlight's own field: whether the page has a table of contents, and down to which level. */
  tableOfContents: z
    .union([z.boolean(), z.strictObject({ maxHeadingLevel: z.number().int().min(2).max(4) })])
    .optional(),
  ...pageFields.shape,
  checked: day.optional(),
});
