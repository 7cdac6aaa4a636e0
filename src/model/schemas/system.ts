import { z } from 'astro/zod';
import { address, id, sourceIds, text } from './fields.ts';

/** Levels of the map of systems, from the top. */
export const mapLevels = ['management', 'engine', 'manager', 'runtime', 'hypervisor'] as const;
/** Columns of the map: what runs containers, what runs both or a container in a VM or sandbox, what runs VMs. */
export const mapSides = ['containers', 'both', 'vms'] as const;

/** One product or project: an entry of `content/data/systems.yml`. */
export const systemSchema = z.strictObject({
  /** Id by which `<SystemFacts id>` names it. */
  id,
  /** Name of the product or project. */
  name: text,
  /** The layer of the stack it belongs to, in the field's own word (engine, hypervisor, orchestrator…). */
  layer: text,
  /** Where it stands on the map of systems. */
  map: z.strictObject({ /** Its level. */ level: z.enum(mapLevels), /** Its column. */ side: z.enum(mapSides) }),
  /** What it is, in a few words. */
  is: text,
  /** What it is taken for and is not. */
  isNot: text,
  /** Who makes it. */
  maker: text,
  /** Its licence, with that of parts that differ. */
  licence: text,
  /** Operating systems or machines it runs on. */
  hosts: text,
  /** Whose kernel runs the workload. */
  kernel: text,
  /** Traits where this system is the exception to the rule. */
  exceptions: z
    .array(z.strictObject({ /** Id of the trait. */ trait: id, /** Why the rule does not hold here. */ why: text }))
    .default([]),
  /** Page that explains it. */
  page: address,
  /** Ids of the sources that it rests on. */
  sources: sourceIds,
});

/** One product or project. */
export type System = z.infer<typeof systemSchema>;
