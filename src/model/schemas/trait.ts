import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** What is said of one side, and under which conditions. */
const side = z.strictObject({
  /** At most nine words, for the table of the home page. */
  short: text,
  /** One sentence, for the table of all traits. */
  sentence: text,
  /** When the sentence holds. */
  trueWhen: text,
  /** When it does not. */
  notTrueWhen: text,
});

/** One trait by which containers and VMs are compared: an entry of `content/data/traits.yml`. */
export const traitSchema = z.strictObject({
  /** Id by which `<TraitFacts id>` names it. */
  id,
  /** Name of the trait, as tables print it. */
  name: text,
  /** The reader's question that the trait answers. */
  question: text,
  /** What is written on the parts of a place that decide the trait there: a phrase that the part is the subject of, at most 24 letters. */
  mark: text.max(24),
  /** The usual case of containers. */
  container: side,
  /** The usual case of virtual machines. */
  vm: side,
  /** The trait's own page. */
  page: address,
  /** Statements of the short document that the trait discusses. */
  statements: z.array(z.string()).default([]),
  /** Ids of the sources that it rests on. */
  sources: sourceIds,
});

/** One trait of the comparison. */
export type Trait = z.infer<typeof traitSchema>;
