import { z } from 'astro/zod';
import { address, text } from './fields.ts';

/** One group of the sidebar: an entry of `content/data/navigation.yml`. */
export const groupSchema = z.strictObject({
  /** Heading of the group. */
  label: text,
  /** Addresses of its pages in reading order; a page that code makes comes with the label that its link has. */
  pages: z.array(z.union([address, z.strictObject({ address, label: text })])).min(1),
});

/** The whole sidebar. */
export const navigationSchema = z.array(groupSchema).min(1);
