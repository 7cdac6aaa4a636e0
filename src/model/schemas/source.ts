import { z } from 'astro/zod';
import { day, id, text } from './fields.ts';

/** Kinds of source, primary ones first. The bibliography is grouped in this order. */
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

/** A work that pages cite: an entry of `content/data/sources.yml`. */
export const sourceSchema = z.strictObject({
  /** Id used by `<Cite id>`, and anchor on the page of sources; must not change once published. */
  id,
  /** Title as printed in a bibliography. */
  title: text,
  /** People or organisation, in the order given by the work. */
  authors: text,
  /** Year of publication, or `n.d.` for an undated living document. */
  year: z.union([z.number().int().min(1950).max(2100), z.literal('n.d.')]),
  /** Where to read it; https only. */
  url: z.url({ protocol: /^https$/ }),
  /** Kind of work, which determines its group in the bibliography. */
  kind: z.enum(sourceKinds),
  /** Day on which the text was last read for this site, `YYYY-MM-DD`. */
  read: day,
});

/** A work that pages cite. */
export type Source = z.infer<typeof sourceSchema>;
