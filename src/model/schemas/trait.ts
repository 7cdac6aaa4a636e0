import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** Statement about one side, with its conditions. */
const side = z.strictObject({
  /** At most nine words, for the table on the home page. */
  short: text,
  /** One sentence, for the table of all traits. */
  sentence: text,
  /** When the sentence holds. */
  trueWhen: text,
  /** When it does not. */
  notTrueWhen: text,
});

/** A trait by which containers and VMs are compared: an entry of `content/data/traits.yml`. */
export const traitSchema = z.strictObject({
  /** Id used by `<TraitFacts id>`. */
  id,
  /** Name as shown in tables. */
  name: text,
  /** The reader's question that the trait answers. */
  question: text,
  /** Label for the parts of a place that decide the trait there: a phrase with the part as its subject, at most 24 characters. */
  mark: text.max(24),
  /** The typical case for containers. */
  container: side,
  /** The typical case for virtual machines. */
  vm: side,
  /** Address of the trait's page. */
  page: address,
  /** Ids of the statements of the short document that the trait covers. */
  statements: z.array(z.string()).default([]),
  /** Ids of the sources that support it. */
  sources: sourceIds,
});

/** A trait of the comparison. */
export type Trait = z.infer<typeof traitSchema>;
