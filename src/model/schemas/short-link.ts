import { z } from 'astro/zod';
import { address, day, idPattern } from './fields.ts';

/** One short link for slides and speech: an entry of `content/data/short-links.yml`. It answers at `/go/<word>/`. */
export const shortLinkSchema = z.strictObject({
  /** The word, chosen by hand: short, easy to say and to spell. Once published it stays. */
  word: z.string().regex(idPattern, 'must be lower-case words joined by hyphens').max(16),
  /** The page or section that it leads to. */
  to: address,
  /** The day on which it was published. */
  since: day,
});

/** One short link. */
export type ShortLink = z.infer<typeof shortLinkSchema>;
