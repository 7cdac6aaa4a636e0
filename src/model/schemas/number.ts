import { z } from 'astro/zod';
import { day, id, text } from './fields.ts';

/** A measured or counted figure: an entry of `content/data/numbers.yml`. */
export const numberSchema = z.strictObject({
  /** Id used by `<Number id>`, and anchor on the page of figures; must not change once published. */
  id,
  /** Id of the trait whose table on the page of figures lists it. The content check requires one wherever there are traits. */
  trait: id.optional(),
  /** The figure as printed, without unit: `76`, `≤ 125`, `1.7–2.3`. */
  value: text,
  /** Unit as printed after the figure (`ms`, `%`, `MiB`); empty for a count. */
  unit: z.string().trim(),
  /** What was measured, as one clause. */
  what: text,
  /** Machine, versions, workload, and what exactly was timed or counted. */
  conditions: text,
  /** Words for what determines the figure. Wherever `<Number>` shows it, the same paragraph or row must contain one of them. */
  decides: z.array(text).default([]),
  /** What the figure does not say. */
  limits: text,
  /** Id of the source of the figure. */
  source: id,
  /** Year the figure was published. */
  year: z.number().int().min(1960).max(2100),
  /** Day on which the figure was last checked against its source. */
  read: day,
  /** Day after which the figure is stale and is marked as such on every page. */
  reviewBy: day,
});

/** A measured or counted figure. */
export type NumberEntry = z.infer<typeof numberSchema>;
