import { z } from 'astro/zod';
import { address, id, text } from './fields.ts';

/** One statement of the short document that this site grew from: an entry of `content/data/statements.yml`. */
export const statementSchema = z.strictObject({
  /** `I0`, `C1`…`C6` on containers, `V1`…`V6` on virtual machines, `U1`…`U7` on use. */
  id: z.string().regex(/^[ICVU]\d$/, 'must be I, C, V or U and one digit'),
  /** What it is about: containers, virtual machines, or the comparison as a whole. */
  side: z.enum(['containers', 'vms', 'summary']),
  /** Name of the trait or use that it states, as the short document has it. */
  label: text,
  /** The statement as the short document makes it. */
  text,
  /** Its home: the page that discusses it. */
  page: address,
  /** Id of the heading on that page under which it is discussed. */
  anchor: id,
  /** Our reading: it holds, holds under conditions, or is too loose to hold as it stands. */
  verdict: z.enum(['holds', 'conditional', 'loose']),
  /** What a careful author would write instead, in one sentence. */
  correction: text,
});

/** One statement of the short document. */
export type Statement = z.infer<typeof statementSchema>;
