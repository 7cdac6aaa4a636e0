import { judge, seenAll, type Captures, type Outcome, type Verdict } from '../form/judge.ts';
import type { ActStep, Lab, RunStep, Step, VmName } from '../form/schema.ts';
import { isRun } from '../form/step.ts';
import type { Parts } from '../machine/files.ts';
import { Machine, type LineResult, type MachineEvents, type Snapshot } from '../machine/machine.ts';
import { LabError } from '../machine/reasons.ts';

/** Result of a step: each line with its output, and how the outcome compares with what the step expects. */
export interface StepResult extends Outcome, Verdict {
  /** Id of the step. */
  id: string;
  lines: LineResult[];
  /** Duration in milliseconds on the host: for those who run labs, never for readers. */
  milliseconds: number;
}

/** Events of a session's VMs. */
export interface SessionEvents {
  /** Returns the event handlers of a VM. */
  machine?: (name: VmName) => MachineEvents;
}

/** A run of a lab: its VMs, captures and snapshots. The same in a browser's worker and in Node. */
export class Session {
  readonly #parts: Parts;
  readonly #events: SessionEvents;
  readonly #machines = new Map<VmName, Promise<Machine>>();
  readonly #snapshots = new Map<VmName, Snapshot>();
  #captures: Captures = {};
  /** Snapshots that the reader took, apart from those of the lab itself. */
  #kept: { machines: Map<VmName, Snapshot>; captures: Captures } | undefined;

  constructor(parts: Parts, events: SessionEvents = {}) {
    this.#parts = parts;
    this.#events = events;
  }

  /** Returns a VM of this session, starting it if it is not running yet. */
  machine(name: VmName, start: 'resume' | 'boot' = 'resume'): Promise<Machine> {
    const known = this.#machines.get(name);
    if (known) return known;
    const starting = Machine[start](name, this.#parts, this.#events.machine?.(name));
    this.#machines.set(name, starting);
    // A start that failed is tried again on the next request.
    starting.catch(() => this.#machines.delete(name));
    return starting;
  }

  /** Returns a VM that has been started, if it has. */
  existing(name: VmName): Promise<Machine> | undefined {
    return this.#machines.get(name);
  }

  /** Runs one step and judges its outcome. Its captures count for later steps only if it met its expectations. */
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

  /** Whether the outcome of a reader's own command satisfies a step; if it does, its captures count. */
  hold(step: Step, outcome: Outcome): boolean {
    const { faults, captures } = judge(step, outcome, this.#captures);
    if (faults.length === 0) this.#captures = captures;
    return faults.length === 0;
  }

  /** Takes a snapshot of all VMs. Each must be at its prompt. */
  async keep(): Promise<void> {
    const machines = new Map<VmName, Snapshot>();
    for (const [name, machine] of this.#machines) machines.set(name, await (await machine).save());
    this.#kept = { machines, captures: this.#captures };
  }

  /** Restores the snapshot. A VM that was not running then is ended. Rejects with `no-snapshot` if there is none. */
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

/** Types the lines of a step, each at the prompt after the one before. Stops after a panic. */
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

/** Lines that a step types. */
export const linesOf = (step: RunStep) => step.run.replace(/\n+$/, '').split('\n');

/** Runs a lab from its first step to its last, or to the first that fails. */
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
