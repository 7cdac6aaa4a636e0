import { z } from 'astro/zod';
import { day, id, text } from './fields.ts';

/** Kinds of source, primary ones first; the bibliography is grouped in this order. */
export const sourceKinds = [
  'spec',
  'standard',
  'paper',
  'kernel-docs',
  'cve',
  'project-docs',
  'vendor-docs',
  'book',
  'report',
] as const;

/** One work that pages cite: an entry of `content/data/sources.yml`. */
export const sourceSchema = z.strictObject({
  /** Id by which `<Cite id>` names it, and its id on the page of sources; once published it stays. */
  id,
  /** Title of the work, as a bibliography prints it. */
  title: text,
  /** People or organisation, in the work's own order. */
  authors: text,
  /** Year of publication, or `n.d.` for a living document without a date. */
  year: z.union([z.number().int().min(1950).max(2100), z.literal('n.d.')]),
  /** Where to read it; https only. */
  url: z.url({ protocol: /^https$/ }),
  /** What kind of work it is, which decides its place in the bibliography. */
  kind: z.enum(sourceKinds),
  /** Day on which the text was last read for this site, `YYYY-MM-DD`. */
  read: day,
});

/** One work that pages cite. */
export type Source = z.infer<typeof sourceSchema>;
