import type { Lab, RunStep, Step, VmName } from './schema.ts';

// What the reader's browser needs to know of the form of a lab: no schema, so that no validator is downloaded.

/** A relation: `left = right`, `!=`, `<` or `>`; right may be a number, a name, or a number times a name (`a < 0.5 * b`). */
export const relationPattern =
  /^([a-z0-9-]+) (=|!=|<|>) (?:([0-9]+(?:\.[0-9]+)?)|(?:([0-9]+(?:\.[0-9]+)?) \* )?([a-z][a-z0-9-]*))$/;

/** Whether `step` types into the terminal. */
export const isRun = (step: Step): step is RunStep => 'run' in step;

/** The VMs that a lab needs, in the order of their names. The second one is asked for first, since each takes 128 MB of the reader's memory. */
export const vmsOf = (lab: Lab): VmName[] => (lab.steps.some(({ on }) => on === 'vm2') ? ['vm1', 'vm2'] : ['vm1']);
