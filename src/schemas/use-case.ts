import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** One situation in which somebody has to choose: an entry of `content/data/use-cases.yml`. */
export const useCaseSchema = z.strictObject({
  id,
  situation: text,
  /** The usual choice. */
  usual: text,
  why: text,
  /** What would change the choice. */
  changes: text,
  page: address,
  statements: z.array(z.string()).default([]),
  sources: sourceIds,
});
