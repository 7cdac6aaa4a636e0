import type { Outcome } from '../form/judge.ts';
import type { Step, VmName } from '../form/schema.ts';
import type { Manifest, PartName, Progress } from '../machine/files.ts';
import type { Status } from '../machine/machine.ts';
import { LabError, type Reason, type ReasonDetail } from '../machine/reasons.ts';
import type { StepResult } from '../run/session.ts';
import type { Calls, CallName, FromWorker, ToWorker } from './protocol.ts';

/** Events from the VMs. */
export interface LabEvents {
  /** Text for the terminal of a VM. */
  output?: (vm: VmName, text: string) => void;
  /** A VM has another status; `message` is that of a kernel panic. */
  status?: (vm: VmName, status: Status, message: string | undefined) => void;
  /** A command has ended, whether a reader or a step typed it. */
  command?: (vm: VmName, result: { output: string; exit: number }) => void;
  /** Progress of a download. */
  progress?: (progress: Progress) => void;
  /** The worker is lost. Every pending call has failed, and only a new client helps. */
  failed?: (reason: Reason, detail: ReasonDetail) => void;
}

interface Open {
  resolve: (value: never) => void;
  reject: (error: LabError) => void;
}

/** Milliseconds between two pings. */
const askEvery = 5_000;
/** Missed replies after which the worker counts as lost. A slow phone may need much of that minute to read a saved state, and does not reply meanwhile. */
const lostAfter = 12;

/** The page's end of the worker. Every call resolves or rejects with a `LabError`; none hangs once the worker is gone. */
export class LabClient {
  readonly #worker: Worker;
  readonly #events: LabEvents;
  readonly #open = new Map<number, Open>();
  #next = 1;
  /** Pings since the last message. Counted rather than timed, because time passes while a computer sleeps. */
  #silent = 0;
  #looked = Date.now();
  #watch: ReturnType<typeof setInterval> | undefined;

  /** @param worker module worker created from `worker.ts`; the page creates it, because only its bundler knows the address */
  constructor(worker: Worker, events: LabEvents) {
    this.#worker = worker;
    this.#events = events;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#hear(data);
    worker.onerror = ({ message }) => this.#lose('emulator-failed', { message: message || 'worker' });
    worker.onmessageerror = () => this.#lose('emulator-failed', { message: 'message' });
    this.#watch = setInterval(() => this.#look(), askEvery);
    document.addEventListener('visibilitychange', this.#wake);
  }

  /** Passes the addresses of the machine's files to the worker. Downloads nothing. */
  open(manifest: Manifest, urls: Record<PartName, string>): Promise<undefined> {
    return this.#call('open', { manifest, urls });
  }

  /** Starts a VM. Resolves at its prompt. */
  start(vm: VmName, how: 'resume' | 'boot' = 'resume'): Promise<undefined> {
    return this.#call('start', { vm, how });
  }

  /** Runs a step of a lab. */
  step(step: Step): Promise<StepResult> {
    return this.#call('step', { step });
  }

  /** Whether the outcome of a reader's own command satisfies a step. */
  hold(step: Step, outcome: Outcome): Promise<boolean> {
    return this.#call('hold', { step, outcome });
  }

  /** Sends typed text to a VM. */
  write(vm: VmName, text: string): void {
    this.#post({ write: text, vm });
  }

  /** Sets the size of a VM's terminal. */
  resize(vm: VmName, rows: number, cols: number): Promise<undefined> {
    return this.#call('resize', { vm, rows, cols });
  }

  /** Takes a snapshot of all VMs, in the tab's memory: processes, memory and disks. */
  keep(): Promise<undefined> {
    return this.#call('keep', {});
  }

  /** Restores the snapshot. A VM that was not running then is ended. */
  goBack(): Promise<undefined> {
    return this.#call('goBack', {});
  }

  /** Ends all VMs; `start` then begins again without a download. */
  startOver(): Promise<undefined> {
    return this.#call('startOver', {});
  }

  /** Ends the worker, which frees its memory. */
  close(): void {
    this.#end('ended', {});
  }

  #call<N extends CallName>(call: N, args: Calls[N]['in']): Promise<Calls[N]['out']> {
    if (this.#watch === undefined) return Promise.reject(new LabError('ended'));
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve: resolve as Open['resolve'], reject });
      this.#post({ call, id, args } as ToWorker);
    });
  }

  #post(message: ToWorker): void {
    if (this.#watch !== undefined) this.#worker.postMessage(message);
  }

  #hear(message: FromWorker): void {
    this.#silent = 0;
    if ('answer' in message) this.#answer(message);
    else if ('output' in message) this.#events.output?.(message.vm, message.output);
    else if ('status' in message) this.#events.status?.(message.vm, message.status, message.message);
    else if ('command' in message) this.#events.command?.(message.vm, message.command);
    else if ('progress' in message) this.#events.progress?.(message.progress);
    else this.#lose(message.failed, message.detail);
  }

  #answer(message: Extract<FromWorker, { answer: number }>): void {
    const open = this.#open.get(message.answer);
    this.#open.delete(message.answer);
    if ('reason' in message) open?.reject(new LabError(message.reason, message.detail));
    else open?.resolve(message.value as never);
  }

  /** Heartbeat: a browser kills a worker that runs out of memory without an event, so ping it and give up after `lostAfter` missed replies. */
  #look(): void {
    const slept = Date.now() - this.#looked > 2 * askEvery;
    this.#looked = Date.now();
    if (document.visibilityState !== 'visible') return;
    if (slept) return this.#wake();
    if (this.#silent >= lostAfter) return this.#lose('emulator-failed', { message: 'silent' });
    this.#silent += 1;
    this.#call('ping', {}).catch(() => {});
  }

  /** Sets the clocks of the VMs, which stopped while the tab was in the background or the computer slept. */
  readonly #wake = () => {
    if (document.visibilityState !== 'visible') return;
    this.#silent = 0;
    this.#call('setClocks', {}).catch(() => {});
  };

  #lose(reason: Reason, detail: ReasonDetail): void {
    if (this.#watch === undefined) return;
    this.#end(reason, detail);
    this.#events.failed?.(reason, detail);
  }

  #end(reason: Reason, detail: ReasonDetail): void {
    if (this.#watch === undefined) return;
    clearInterval(this.#watch);
    this.#watch = undefined;
    document.removeEventListener('visibilitychange', this.#wake);
    this.#worker.terminate();
    for (const { reject } of this.#open.values()) reject(new LabError(reason, detail));
    this.#open.clear();
  }
}
