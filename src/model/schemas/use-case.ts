import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** Where a kernel is separate: one for all, one for each group of containers that a VM holds, or one for each workload. */
export const kernelPlaces = ['shared', 'group', 'own'] as const;
const kernelPlace = z.enum(kernelPlaces);

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
  /** Where its kernel is separate, as the map of use cases has it; the page on how to choose has no place there. */
  kernel: z
    .strictObject({
      /** By the usual choice. */
      usually: z.array(kernelPlace).min(1),
      /** Where something of what would change the choice is true. */
      otherwise: z.array(kernelPlace).default([]),
    })
    .refine(
      ({ usually, otherwise }) => !otherwise.some((place) => usually.includes(place)),
      'has a place in both `usually` and `otherwise`',
    )
    .optional(),
  /** The use case's own page. */
  page: address,
  /** Statements of the short document that it discusses. */
  statements: z.array(z.string()).default([]),
  /** Ids of the sources that it rests on. */
  sources: sourceIds,
});
