import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** One situation in which somebody has to choose: an entry of `content/data/use-cases.yml`. */
export const useCaseSchema = z.strictObject({
  /** Id of the entry. */
  id,
  /** Who has to choose, and for what. */
  situation: text,
  /** The usual choice. */
  usual: text,
  /** Why that choice is the usual one. */
  why: text,
  /** What would change the choice. */
  changes: text,
  /** The use case's own page. */
  page: address,
  /** Statements of the short document that it discusses. */
  statements: z.array(z.string()).default([]),
  /** Ids of the sources that it rests on. */
  sources: sourceIds,
});
