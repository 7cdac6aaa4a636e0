import type { Lab, RunStep, Step, VmName } from './schema.ts';

// What the reader's browser needs of the format of labs: without the schema, so that no validator is downloaded.

/** A relation: `left = right`, `!=`, `<` or `>`; right may be a number, a name, or a number times a name (`a < 0.5 * b`). */
export const relationPattern =
  /^([a-z0-9-]+) (=|!=|<|>) (?:([0-9]+(?:\.[0-9]+)?)|(?:([0-9]+(?:\.[0-9]+)?) \* )?([a-z][a-z0-9-]*))$/;

/** Whether `step` types into the terminal. */
export const isRun = (step: Step): step is RunStep => 'run' in step;

/** The VMs of a lab, by name. The second one needs the reader's consent, because each takes 128 MB of their memory. */
export const vmsOf = (lab: Lab): VmName[] => (lab.steps.some(({ on }) => on === 'vm2') ? ['vm1', 'vm2'] : ['vm1']);
