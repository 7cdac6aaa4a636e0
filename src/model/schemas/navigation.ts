import { z } from 'astro/zod';
import { address, text } from './fields.ts';

/** What a section teaches and whom, in the terms that LRMI gave to schema.org. */
const learningSchema = z.strictObject({
  /** `educationalLevel` of its pages. */
  level: z.enum(['beginner', 'intermediate', 'advanced']),
  /** `educationalRole` of whom its pages are for, a word of http://purl.org/dcx/lrmi-vocabs/educationalAudienceRole/. */
  role: z.enum(['student', 'professional', 'teacher']),
  /** What its reader can do afterwards: `teaches` of a page that has no questions and explains none. */
  goal: text.max(120),
  /** What its reader should know before: `competencyRequired` of a page that uses no terms of other pages. */
  before: text.max(120),
});

/** What a section teaches and whom. */
export type Learning = z.infer<typeof learningSchema>;

/** One group of the sidebar: an entry of `content/data/navigation.yml`. */
export const groupSchema = z.strictObject({
  /** Heading of the group. */
  label: text,
  /** What its pages teach and whom. */
  learning: learningSchema.optional(),
  /** Addresses of its pages in reading order; a page that code makes comes with the label that its link has. */
  pages: z.array(z.union([address, z.strictObject({ address, label: text })])).min(1),
});
