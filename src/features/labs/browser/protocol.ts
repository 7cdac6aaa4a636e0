import type { Outcome } from '../form/judge.ts';
import type { Step, VmName } from '../form/schema.ts';
import type { Manifest, PartName, Progress } from '../machine/files.ts';
import type { Status } from '../machine/machine.ts';
import type { Reason, ReasonDetail } from '../machine/reasons.ts';
import type { StepResult } from '../run/session.ts';

/** What the page asks of its worker, and what each answer carries. */
export interface Calls {
  /** First of all: where the machine's files are. Downloads nothing. */
  open: { in: { manifest: Manifest; urls: Record<PartName, string> }; out: undefined };
  /** Downloads what is missing and starts a VM, to its prompt. A VM that runs already is left as it is. */
  start: { in: { vm: VmName; how: 'resume' | 'boot' }; out: undefined };
  /** Runs a step of the lab on its VM, which is started if need be, and holds the outcome against it. */
  step: { in: { step: Step }; out: StepResult };
  resize: { in: { vm: VmName; rows: number; cols: number }; out: undefined };
  /** Holds the outcome of a reader's own command against a step. */
  hold: { in: { step: Step; outcome: Outcome }; out: boolean };
  /** Keeps all VMs as they stand, in the tab's memory. */
  keep: { in: object; out: undefined };
  /** Goes back to what was kept. */
  goBack: { in: object; out: undefined };
  /** Sets the clocks of all VMs, after the tab has slept. */
  setClocks: { in: object; out: undefined };
  /** Ends all VMs and forgets what was captured; files stay. */
  startOver: { in: object; out: undefined };
  /** Answers at once: a page that hears nothing knows that the worker is lost. */
  ping: { in: object; out: undefined };
}

/** Name of a call. */
export type CallName = keyof Calls;

/** From the page: a call, which is answered, or keys, which are not. */
export type ToWorker =
  { [N in CallName]: { call: N; id: number; args: Calls[N]['in'] } }[CallName] | { write: string; vm: VmName };

/** From the worker: an answer, or news. */
export type FromWorker =
  | { answer: number; value: Calls[CallName]['out'] }
  | { answer: number; reason: Reason; detail: ReasonDetail }
  | { output: string; vm: VmName }
  | { status: Status; vm: VmName; message: string | undefined }
  | { command: { output: string; exit: number }; vm: VmName }
  | { progress: Progress }
  /** The emulator failed outside of a call: nothing that runs in this worker can be trusted any more. */
  | { failed: Reason; detail: ReasonDetail };
