import type { Outcome } from '../form/judge.ts';
import type { Step, VmName } from '../form/schema.ts';
import type { Manifest, PartName, Progress } from '../machine/files.ts';
import type { Status } from '../machine/machine.ts';
import type { Reason, ReasonDetail } from '../machine/reasons.ts';
import type { StepResult } from '../run/session.ts';

/** Calls from the page to its worker, with their arguments and results. */
export interface Calls {
  /** Must come first: the addresses of the machine's files. Downloads nothing. */
  open: { in: { manifest: Manifest; urls: Record<PartName, string> }; out: undefined };
  /** Downloads what is missing and starts a VM, up to its prompt. A VM that is running already is left as it is. */
  start: { in: { vm: VmName; how: 'resume' | 'boot' }; out: undefined };
  /** Runs a step of the lab on its VM, starting the VM if necessary, and judges the outcome. */
  step: { in: { step: Step }; out: StepResult };
  /** Sets the size of a VM's terminal. */
  resize: { in: { vm: VmName; rows: number; cols: number }; out: undefined };
  /** Whether the outcome of a reader's own command satisfies a step. */
  hold: { in: { step: Step; outcome: Outcome }; out: boolean };
  /** Takes a snapshot of all VMs, in the tab's memory. */
  keep: { in: object; out: undefined };
  /** Restores the snapshot. */
  goBack: { in: object; out: undefined };
  /** Sets the clocks of all VMs, after the tab has slept. */
  setClocks: { in: object; out: undefined };
  /** Ends all VMs and drops their captures; downloaded files are kept. */
  startOver: { in: object; out: undefined };
  /** Replies at once, so that the page can detect a lost worker. */
  ping: { in: object; out: undefined };
}

/** Name of a call. */
export type CallName = keyof Calls;

/** Messages from the page: a call, which is answered, or typed text, which is not. */
export type ToWorker =
  { [N in CallName]: { call: N; id: number; args: Calls[N]['in'] } }[CallName] | { write: string; vm: VmName };

/** Messages from the worker: an answer, or an event. */
export type FromWorker =
  | { answer: number; value: Calls[CallName]['out'] }
  | { answer: number; reason: Reason; detail: ReasonDetail }
  | { output: string; vm: VmName }
  | { status: Status; vm: VmName; message: string | undefined }
  | { command: { output: string; exit: number }; vm: VmName }
  | { progress: Progress }
  /** The emulator failed outside of a call: nothing that runs in this worker can be trusted any more. */
  | { failed: Reason; detail: ReasonDetail };
