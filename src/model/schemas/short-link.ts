import { z } from 'astro/zod';
import { address, day, idPattern } from './fields.ts';

/** A short link for slides and talks: an entry of `content/data/short-links.yml`, served at `/go/<word>/`. */
export const shortLinkSchema = z.strictObject({
  /** The word, chosen manually: short, easy to say and to spell. Must not change once published. */
  word: z.string().regex(idPattern, 'must be lower-case words joined by hyphens').max(16),
  /** The page or section that it links to. */
  to: address,
  /** Day on which it was published. */
  since: day,
});

/** A short link. */
export type ShortLink = z.infer<typeof shortLinkSchema>;
