import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** How kernels are separated: one for all, one for each VM with a group of containers, or one for each workload. */
export const kernelPlaces = ['shared', 'group', 'own'] as const;
const kernelPlace = z.enum(kernelPlaces);

/** A situation that calls for a choice: an entry of `content/data/use-cases.yml`. */
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
  /** Kernel separation, for the map of use cases; absent on the page on how to choose, which is not on the map. */
  kernel: z
    .strictObject({
      /** With the usual choice. */
      usually: z.array(kernelPlace).min(1),
      /** If one of the reasons in `changes` applies. */
      otherwise: z.array(kernelPlace).default([]),
    })
    .refine(
      ({ usually, otherwise }) => !otherwise.some((place) => usually.includes(place)),
      'has a place in both `usually` and `otherwise`',
    )
    .optional(),
  /** Address of the use case's page. */
  page: address,
  /** Ids of the statements of the short document that it covers. */
  statements: z.array(z.string()).default([]),
  /** Ids of the sources that support it. */
  sources: sourceIds,
});
