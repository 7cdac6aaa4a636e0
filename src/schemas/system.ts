import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** One product or project: an entry of `content/data/systems.yml`. */
export const systemSchema = z.strictObject({
  id,
  name: text,
  /** The layer of the stack it belongs to, in the field's own word (engine, hypervisor, orchestrator…). */
  layer: text,
  side: z.enum(['container', 'vm', 'both']),
  is: text,
  isNot: text,
  maker: text,
  licence: text,
  /** Operating systems or machines it runs on. */
  hosts: text,
  /** Whose kernel runs the workload. */
  kernel: text,
  /** Traits where this system is the exception to the rule. */
  exceptions: z.array(z.strictObject({ trait: id, why: text })).default([]),
  page: address,
  sources: sourceIds,
});

export type System = z.infer<typeof systemSchema>;
