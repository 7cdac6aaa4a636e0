import { z } from 'astro/zod';
import { day, id, text } from './fields.ts';

/** One measured or counted figure: an entry of `content/data/numbers.yml`. */
export const numberSchema = z.strictObject({
  /** Id by which `<Number id>` names it, and its id on the page of figures; once published it stays. */
  id,
  /** Id of the trait that it bears on, whose table on the page of figures has it. The content check asks for it wherever there are traits. */
  trait: id.optional(),
  /** The figure as printed, without its unit: `76`, `≤ 125`, `1.7–2.3`. */
  value: text,
  /** Unit as printed after the figure (`ms`, `%`, `MiB`); empty for a count. */
  unit: z.string().trim(),
  /** What was measured, as one clause. */
  what: text,
  /** Machine, versions, workload and what exactly was timed or counted. */
  conditions: text,
  /** Words for what decides the figure; one of them stands beside every `<Number>` that shows it, in its paragraph or its row. */
  decides: z.array(text).default([]),
  /** What the figure does not say. */
  limits: text,
  /** Id of the source it was read from. */
  source: id,
  /** Year the figure was published. */
  year: z.number().int().min(1960).max(2100),
  /** Day on which the source was last read for this figure. */
  read: day,
  /** Day after which the figure counts as stale and is marked on every page. */
  reviewBy: day,
});

/** One measured or counted figure. */
export type NumberEntry = z.infer<typeof numberSchema>;
