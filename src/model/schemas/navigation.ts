import { z } from 'astro/zod';
import { address, text } from './fields.ts';

/** Learning objectives and audience of a section, in terms of LRMI, which schema.org adopted. */
const learningSchema = z.strictObject({
  /** `educationalLevel` of its pages. */
  level: z.enum(['beginner', 'intermediate', 'advanced']),
  /** `educationalRole` of the audience: a term of http://purl.org/dcx/lrmi-vocabs/educationalAudienceRole/. */
  role: z.enum(['student', 'professional', 'teacher']),
  /** What readers can do afterwards: `teaches` of a page that has no questions and explains none. */
  goal: text.max(120),
  /** Prior knowledge: `competencyRequired` of a page that uses no terms of other pages. */
  before: text.max(120),
});

/** Learning objectives and audience of a section. */
export type Learning = z.infer<typeof learningSchema>;

/** A group of the sidebar: an entry of `content/data/navigation.yml`. */
export const groupSchema = z.strictObject({
  /** Label of the group. */
  label: text,
  /** Learning objectives and audience of its pages. */
  learning: learningSchema.optional(),
  /** Addresses of its pages in reading order. A generated page needs a label for its link. */
  pages: z.array(z.union([address, z.strictObject({ address, label: text })])).min(1),
});
