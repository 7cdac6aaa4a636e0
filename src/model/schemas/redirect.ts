import { z } from 'astro/zod';
import { address, day, text } from './fields.ts';

/** What happened to an address that is no longer used: an entry of `content/data/redirects.yml`. */
export const redirectSchema = z
  .strictObject({
    /** The address as published: a page, a section, or a short link. */
    from: address,
    /** Where its content is now; `null` if it is retired. */
    to: address.nullable(),
    /** What happened; `split` needs a note that says where each part is. */
    why: z.enum(['moved', 'merged', 'split', 'retired']),
    /** Day on which the address went out of use. */
    since: day,
    /** For readers: what happened and where to go. May contain inline Markdown. */
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

/** An address that is no longer used. */
export type Redirect = z.infer<typeof redirectSchema>;
