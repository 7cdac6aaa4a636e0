import { z } from 'astro/zod';
import { address, day, text } from './fields.ts';

/** What became of one address that is no longer in use: an entry of `content/data/redirects.yml`. */
export const redirectSchema = z
  .strictObject({
    /** The address as it was published: a page, a section of one, or a short link. */
    from: address,
    /** Where its content is now; nothing when it is retired. */
    to: address.nullable(),
    /** What became of it; a split address has a note that says where each part is. */
    why: z.enum(['moved', 'merged', 'split', 'retired']),
    /** Day on which the address stopped being in use. */
    since: day,
    /** For readers: what happened and where to go. May hold inline Markdown. */
    note: text.optional(),
  })
  .refine(({ to, why }) => (to === null) === (why === 'retired'), {
    path: ['to'],
    message: 'is null when the address is retired, and only then',
  })
  .refine(({ why, note }) => note !== undefined || (why !== 'retired' && why !== 'split'), {
    path: ['note'],
    message: 'is missing: say what happened and where to go',
  });

/** One address that is no longer in use. */
export type Redirect = z.infer<typeof redirectSchema>;
