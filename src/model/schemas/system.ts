import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** Levels of the map of systems, top to bottom. */
export const mapLevels = ['management', 'engine', 'manager', 'runtime', 'hypervisor'] as const;
/** Columns of the map: what runs containers; what runs both, or a container in a VM or sandbox; what runs VMs. */
export const mapSides = ['containers', 'both', 'vms'] as const;

/** A product or project: an entry of `content/data/systems.yml`. */
export const systemSchema = z.strictObject({
  /** Id used by `<SystemFacts id>`. */
  id,
  /** Name of the product or project. */
  name: text,
  /** Layer of the stack it belongs to, by its usual name (engine, hypervisor, orchestrator…). */
  layer: text,
  /** Position on the map of systems. */
  map: z.strictObject({ /** Its level. */ level: z.enum(mapLevels), /** Its column. */ side: z.enum(mapSides) }),
  /** What it is, in a few words. */
  is: text,
  /** What it is often mistaken for. */
  isNot: text,
  /** Vendor or project behind it. */
  maker: text,
  /** Its licence, including parts with a different one. */
  licence: text,
  /** Operating systems or machines it runs on. */
  hosts: text,
  /** Whose kernel runs the workload. */
  kernel: text,
  /** Traits for which this system is an exception to the rule. */
  exceptions: z
    .array(z.strictObject({ /** Id of the trait. */ trait: id, /** Why the rule does not hold here. */ why: text }))
    .default([]),
  /** Address of the page that explains it. */
  page: address,
  /** Ids of the sources that support it. */
  sources: sourceIds,
});

/** A product or project. */
export type System = z.infer<typeof systemSchema>;
