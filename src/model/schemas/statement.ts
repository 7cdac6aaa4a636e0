import { z } from 'astro/zod';
import { address, id, text } from './fields.ts';

/** A statement of the short document that this site grew from: an entry of `content/data/statements.yml`. */
export const statementSchema = z.strictObject({
  /** `I0`, `C1`…`C6` on containers, `V1`…`V6` on virtual machines, `U1`…`U7` on use. */
  id: z.string().regex(/^[ICVU]\d$/, 'must be I, C, V or U and one digit'),
  /** Subject: containers, virtual machines, or the comparison as a whole. */
  side: z.enum(['containers', 'vms', 'summary']),
  /** Name of the trait or use, as in the short document. */
  label: text,
  /** The statement, as in the short document. */
  text,
  /** Address of the page that discusses it. */
  page: address,
  /** Id of the heading on that page under which it is discussed. */
  anchor: id,
  /** Assessment: the statement holds, holds under conditions, or is too loose to hold as written. */
  verdict: z.enum(['holds', 'conditional', 'loose']),
  /** A corrected statement, in one sentence. */
  correction: text,
});

/** A statement of the short document. */
export type Statement = z.infer<typeof statementSchema>;
