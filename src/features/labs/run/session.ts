import { judge, seenAll, type Captures, type Outcome, type Verdict } from '../form/judge.ts';
import type { ActStep, Lab, RunStep, Step, VmName } from '../form/schema.ts';
import { isRun } from '../form/step.ts';
import type { Parts } from '../machine/files.ts';
import { Machine, type LineResult, type MachineEvents, type Snapshot } from '../machine/machine.ts';
import { LabError } from '../machine/reasons.ts';

/** One step that was run: each line with what it printed, and how it stands against what the step promises. */
export interface StepResult extends Outcome, Verdict {
  id: string;
  lines: LineResult[];
  /** How long it took, in milliseconds of the host: for the people who run labs, never for readers. */
  milliseconds: number;
}

/** What a session tells its owner, for each of its VMs. */
export interface SessionEvents {
  machine?: (name: VmName) => MachineEvents;
}

/** A lab being done: its VMs, what was captured, its snapshots. The same in a browser's worker and in Node. */
export class Session {
  readonly #parts: Parts;
  readonly #events: SessionEvents;
  readonly #machines = new Map<VmName, Promise<Machine>>();
  readonly #snapshots = new Map<VmName, Snapshot>();
  #captures: Captures = {};
  /** What the reader wished to keep, besides the snapshots of the lab itself. */
  #kept: { machines: Map<VmName, Snapshot>; captures: Captures } | undefined;

  constructor(parts: Parts, events: SessionEvents = {}) {
    this.#parts = parts;
    this.#events = events;
  }

  /** A VM of this session, started if it does not run yet. */
  machine(name: VmName, start: 'resume' | 'boot' = 'resume'): Promise<Machine> {
    const known = this.#machines.get(name);
    if (known) return known;
    const starting = Machine[start](name, this.#parts, this.#events.machine?.(name));
    this.#machines.set(name, starting);
    // One that failed is started anew when it is asked for again.
    starting.catch(() => this.#machines.delete(name));
    return starting;
  }

  /** A VM that is there already. */
  existing(name: VmName): Promise<Machine> | undefined {
    return this.#machines.get(name);
  }

  /** Runs one step and holds what came of it against what it promises. Its captures count for later steps only if it kept its promise. */
  async run(step: Step): Promise<StepResult> {
    const started = Date.now();
    const machine = await this.machine(step.on);
    const lines = isRun(step) ? await typeLines(machine, step) : await this.#act(machine, step);
    const last = lines.at(-1);
    const outcome: Outcome = {
      output: lines.map(({ output }) => output).join(''),
      exit: last?.exit,
      ended: last?.ended ?? 'prompt',
    };
    const verdict = judge(step, outcome, this.#captures);
    if (verdict.faults.length === 0) this.#captures = verdict.captures;
    return { id: step.id, lines, ...outcome, ...verdict, milliseconds: Date.now() - started };
  }

  /** Holds what a reader's own command came to against a step; if it keeps the step's promise, its captures count. */
  hold(step: Step, outcome: Outcome): boolean {
    const { faults, captures } = judge(step, outcome, this.#captures);
    if (faults.length === 0) this.#captures = captures;
    return faults.length === 0;
  }

  /** Keeps all VMs as they stand; each must stand at its prompt. */
  async keep(): Promise<void> {
    const machines = new Map<VmName, Snapshot>();
    for (const [name, machine] of this.#machines) machines.set(name, await (await machine).save());
    this.#kept = { machines, captures: this.#captures };
  }

  /** Goes back to what was kept; a VM that did not run then is ended. */
  async goBack(): Promise<void> {
    if (!this.#kept) throw new LabError('no-snapshot');
    const { machines, captures } = this.#kept;
    for (const [name, machine] of [...this.#machines]) {
      const snapshot = machines.get(name);
      if (snapshot) await (await machine).restore(snapshot);
      else {
        this.#machines.delete(name);
        await (await machine).end();
      }
    }
    this.#captures = captures;
  }

  /** Ends all VMs. */
  async end(): Promise<void> {
    const machines = [...this.#machines.values()];
    this.#machines.clear();
    this.#snapshots.clear();
    this.#captures = {};
    this.#kept = undefined;
    await Promise.all(machines.map(async (machine) => machine.then((vm) => vm.end()).catch(() => {})));
  }

  async #act(machine: Machine, { act, on, quiet }: ActStep): Promise<LineResult[]> {
    if (act === 'interrupt') return [await machine.interrupt(quiet)];
    if (act === 'save') this.#snapshots.set(on, await machine.save());
    else if (act === 'restart') await machine.restart();
    else {
      const snapshot = this.#snapshots.get(on);
      if (!snapshot) throw new LabError('no-snapshot');
      await machine.restore(snapshot);
    }
    return [];
  }
}

/** Types the lines of a step, each after the prompt of the one before; stops at the first that does not lead to another. */
async function typeLines(machine: Machine, step: RunStep): Promise<LineResult[]> {
  const results: LineResult[] = [];
  const lines = linesOf(step);
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const before = results.map(({ output }) => output).join('');
    const until = isLast && step.ends === 'output' ? (output: string) => seenAll(step, before + output) : undefined;
    const result = await machine.run(line, { quiet: step.quiet, until });
    results.push(result);
    if (result.ended === 'panic') break;
  }
  return results;
}

/** The lines that a step types. */
export const linesOf = (step: RunStep) => step.run.replace(/\n+$/, '').split('\n');

/** Runs a lab from its first step to its last, or to the first that breaks its promise. */
export async function runLab(
  lab: Lab,
  parts: Parts,
  events: SessionEvents & { step?: (result: StepResult) => void } = {},
): Promise<StepResult[]> {
  const session = new Session(parts, events);
  const results: StepResult[] = [];
  try {
    for (const step of lab.steps) {
      const result = await session.run(step);
      results.push(result);
      events.step?.(result);
      if (result.faults.length > 0) break;
    }
  } finally {
    await session.end();
  }
  return results;
}
