import { afterEcho, ConsoleReader, outputOf, plainText, type ConsoleEvent } from './console.ts';
import { createEmulator, holdAbility, type Emulator } from './emulator.ts';
import type { Parts } from './files.ts';
import { LabError } from './reasons.ts';

/** Status of a VM. */
export type Status =
  /** No prompt yet. */
  | 'starting'
  /** The shell waits for input. */
  | 'prompt'
  /** A command is running. */
  | 'running'
  /** Its kernel has panicked; only `restore` and `restart` help. */
  | 'panic'
  /** Ended deliberately. */
  | 'ended';

/** One typed line and its result. */
export interface LineResult {
  /** The prompt before it, as a reader sees it: `vm1:~# ` or `> `. */
  prompt: string;
  line: string;
  /** Output without escape sequences. */
  output: string;
  /** Exit code; undefined if the command continues, is incomplete or has crashed the kernel. */
  exit: number | undefined;
  /** What ended the wait. */
  ended: 'prompt' | 'continued' | 'panic' | 'output';
}

/** Events of a machine. */
export interface MachineEvents {
  /** Text for the reader's terminal, with its escape sequences. */
  output?: (text: string) => void;
  /** The status has changed; `message` is that of a panic. */
  status?: (status: Status, message?: string) => void;
  /** A command has ended, whether a reader or `run` typed it. */
  command?: (result: { output: string; exit: number }) => void;
}

/** A saved VM: its memory, processor and disk. Unlike a snapshot of files, it includes processes. */
export interface Snapshot {
  /** State of the emulator. */
  state: ArrayBuffer;
  /** The prompt at which it was taken. */
  prompt: string;
  /** Size of the terminal. */
  size: { rows: number; cols: number };
}

/** Limits of a wait. */
export interface RunOptions {
  /** Seconds without output after which the command counts as hung. */
  quiet?: number;
  /** Ends the wait while the command continues, as soon as this returns true for the output so far. */
  until?: ((output: string) => boolean) | undefined;
}

const bootSeconds = 90;
const resumeSeconds = 20;
const answerSeconds = 5;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** One VM: boots or resumes, runs lines and reports their results, is saved, restored and ended. The same in a browser's worker and in Node. */
export class Machine {
  readonly name: string;
  readonly #parts: Parts;
  readonly #events: MachineEvents;
  #emulator: Emulator | undefined;
  #console = new ConsoleReader();
  #agent = '';
  #status: Status = 'starting';
  #panic = '';
  /** Text since the last complete prompt. */
  #said = '';
  /** The line typed by `run`, while its command is running. */
  #line: string | undefined;
  /** Output of the last command. */
  #output = '';
  /** Text between the end of the last command and the end of the prompt. */
  #prompt = '';
  #inPrompt = false;
  #continued = false;
  #exit = 0;
  #last = 0;
  #size = { rows: 24, cols: 80 };
  readonly #watchers = new Set<() => void>();

  private constructor(name: string, parts: Parts, events: MachineEvents) {
    this.name = name;
    this.#parts = parts;
    this.#events = events;
  }

  /** Resumes a VM from the saved state, up to its prompt. */
  static async resume(name: string, parts: Parts, events: MachineEvents = {}): Promise<Machine> {
    holdAbility(parts.manifest.memory);
    const machine = new Machine(name, parts, events);
    const [state] = await Promise.all([parts.get('state'), parts.get('wasm')]);
    const emulator = await machine.#create('resume');
    await emulator.restore(Uint8Array.from(state).buffer);
    await emulator.run();
    await machine.#wake();
    return machine;
  }

  /** Boots a VM from its kernel, up to its first prompt. Its output shows the boot. */
  static async boot(name: string, parts: Parts, events: MachineEvents = {}): Promise<Machine> {
    const machine = new Machine(name, parts, events);
    await machine.#boot();
    return machine;
  }

  /** Current status. */
  get status(): Status {
    return this.#status;
  }

  /** Sends what a reader types; ignored after a panic and after the end. */
  write(text: string): void {
    if (this.#status === 'panic' || this.#status === 'ended') return;
    // A command may run from here on; the next prompt means that it has ended.
    if (/[\r\n]/.test(text) && this.#status === 'prompt') this.#setStatus('running');
    this.#emulator?.send(0, bytesOf(text));
  }

  /** Types one line at the prompt and waits for its result. Rejects with `busy` if there is no prompt, and with `quiet` or `hang` after a timeout. */
  async run(line: string, { quiet = 20, until }: RunOptions = {}): Promise<LineResult> {
    this.#holdAlive();
    if (this.#status !== 'prompt') throw new LabError('busy');
    const prompt = plainText(this.#prompt);
    // Ctrl+E, Ctrl+U: clear what a reader may have begun to type.
    this.#emulator!.send(0, bytesOf('\u0005\u0015'));
    this.#begin(line);
    this.#emulator!.send(0, bytesOf(`${line}\r`));
    const seen = () => (until?.(this.#printed()) ? 'output' : undefined);
    const ended = await this.#until(() => this.#outcome() ?? seen(), quiet);
    return { prompt, line, ended, ...this.#result(ended) };
  }

  /** Presses Ctrl+C and waits for the prompt. Returns the output until then. */
  async interrupt(quiet = 20): Promise<LineResult> {
    this.#holdAlive();
    this.#begin(undefined);
    this.#emulator!.send(0, bytesOf('\u0003'));
    const ended = await this.#until(() => this.#outcome(), quiet);
    return { prompt: '', line: '^C', ended, ...this.#result(ended) };
  }

  /** Takes a snapshot. Rejects with `busy` unless there is a prompt, from which the snapshot can be resumed. */
  async save(): Promise<Snapshot> {
    this.#holdAlive();
    if (this.#status !== 'prompt') throw new LabError('busy');
    return { state: await this.#emulator!.save(), prompt: this.#prompt, size: this.#size };
  }

  /** Restores a snapshot, also after a panic. */
  async restore(snapshot: Snapshot): Promise<void> {
    if (!this.#emulator) throw new LabError('ended');
    await this.#emulator.stop();
    await this.#emulator.restore(snapshot.state.slice(0));
    const size = this.#size;
    this.#size = snapshot.size;
    this.#forget();
    await this.#emulator.run();
    await this.#wake(snapshot.prompt);
    if (size.rows !== snapshot.size.rows || size.cols !== snapshot.size.cols) await this.resize(size.rows, size.cols);
  }

  /** A power cycle: memory is lost, the disk is kept, the kernel boots again. */
  async restart(): Promise<void> {
    if (!this.#emulator) throw new LabError('ended');
    const disk = Uint8Array.from(this.#emulator.disk());
    await this.#emulator.destroy();
    this.#forget();
    await this.#boot(disk);
  }

  /** Sets the size of the guest's terminal. */
  async resize(rows: number, cols: number): Promise<void> {
    this.#size = { rows, cols };
    await this.#ask(`size ${rows} ${cols}`);
  }

  /** Sets the guest's clock to the host's: it is behind in a saved VM, or one whose tab slept. */
  async setClock(): Promise<void> {
    await this.#ask(`clock ${Math.round(Date.now() / 1000)}`);
  }

  /** Ends the VM, which frees its memory. */
  async end(): Promise<void> {
    const emulator = this.#emulator;
    this.#emulator = undefined;
    this.#setStatus('ended');
    await emulator?.destroy();
  }

  async #create(start: 'boot' | 'resume', disk?: Uint8Array): Promise<Emulator> {
    const output = (line: 0 | 1, bytes: Uint8Array) => (line === 0 ? this.#hear(bytes) : this.#hearAgent(bytes));
    this.#emulator = await createEmulator({ parts: this.#parts, start, output, ...(disk ? { disk } : {}) });
    return this.#emulator;
  }

  async #boot(disk?: Uint8Array): Promise<void> {
    const emulator = await this.#create('boot', disk);
    await emulator.run();
    await this.#until(() => (this.#status === 'prompt' ? 'prompt' : undefined), bootSeconds, 'no-prompt');
    await this.#introduce();
  }

  /** A VM that was saved at its prompt prints nothing on its own: request a prompt once the clock is right. */
  async #wake(prompt?: string): Promise<void> {
    if (prompt !== undefined) this.#prompt = prompt;
    await this.#introduce();
    this.#emulator!.send(0, bytesOf('\r'));
    await this.#until(() => (this.#status === 'prompt' ? 'prompt' : undefined), resumeSeconds, 'no-prompt');
  }

  /** Sets up a guest that has just started or resumed: its name, the time, and random numbers of its own. */
  async #introduce(): Promise<void> {
    const random = crypto.getRandomValues(new Uint8Array(32));
    await this.#ask(`seed ${Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')}`);
    await this.setClock();
    await this.#ask(`name ${this.name}`);
  }

  /** Sends the agent an order and waits for its answer. */
  async #ask(order: string): Promise<void> {
    const [word] = order.split(' ');
    this.#agent = '';
    this.#emulator?.send(1, bytesOf(`${order}\n`));
    const answer = new RegExp(`^(ok|error) ${word}.*$`, 'm');
    const waiting = () => (answer.test(this.#agent) ? 'prompt' : undefined);
    await this.#until(waiting, answerSeconds, 'hang', () => Date.now());
  }

  #hear(bytes: Uint8Array): void {
    this.#last = Date.now();
    const events = this.#console.read(bytes);
    const text = events.map((event) => (event.kind === 'text' ? event.text : '')).join('');
    if (text !== '') this.#events.output?.(text);
    for (const event of events) this.#take(event);
    this.#tell();
  }

  #take(event: ConsoleEvent): void {
    if (event.kind === 'text') {
      if (this.#inPrompt) this.#prompt += event.text;
      else this.#said += event.text;
    } else if (event.kind === 'ended' || event.kind === 'continued') {
      this.#inPrompt = true;
      this.#continued = event.kind === 'continued';
      this.#prompt = '';
      if (event.kind === 'ended') this.#exit = event.exit;
    } else if (event.kind === 'reading') {
      this.#atPrompt();
    } else {
      this.#panic = event.message;
      this.#setStatus('panic');
    }
  }

  /** A prompt is complete. One before the echo of the typed line is the old one, drawn again. */
  #atPrompt(): void {
    this.#inPrompt = false;
    const ran = this.#status === 'running';
    const old = ran && this.#line !== undefined && afterEcho(this.#said, this.#line) === undefined;
    if (!old) this.#output = this.#printed();
    this.#said = '';
    if (old) return;
    this.#line = undefined;
    if (ran && !this.#continued) this.#events.command?.({ output: this.#output, exit: this.#exit });
    this.#setStatus('prompt');
  }

  /** Output of the running command so far. */
  #printed(): string {
    if (this.#line === undefined) return outputOf(this.#said);
    return plainText(afterEcho(this.#said, this.#line) ?? '');
  }

  #begin(line: string | undefined): void {
    this.#said = '';
    this.#line = line;
    this.#setStatus('running');
  }

  #result(ended: LineResult['ended']): Pick<LineResult, 'output' | 'exit'> {
    if (ended === 'prompt' || ended === 'continued')
      return { output: this.#output, exit: ended === 'prompt' ? this.#exit : undefined };
    return { output: this.#printed(), exit: undefined };
  }

  #hearAgent(bytes: Uint8Array): void {
    this.#agent = (this.#agent + new TextDecoder().decode(bytes)).slice(-2000);
    this.#tell();
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }

  #outcome(): LineResult['ended'] | undefined {
    if (this.#status === 'panic') return 'panic';
    if (this.#status !== 'prompt') return undefined;
    return this.#continued ? 'continued' : 'prompt';
  }

  #setStatus(status: Status): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#events.status?.(status, status === 'panic' ? this.#panic : undefined);
    this.#tell();
  }

  #forget(): void {
    this.#console = new ConsoleReader();
    this.#said = this.#prompt = this.#panic = this.#output = '';
    this.#line = undefined;
    this.#inPrompt = this.#continued = false;
    this.#setStatus('starting');
  }

  #holdAlive(): void {
    if (this.#status === 'ended' || !this.#emulator) throw new LabError('ended');
    if (this.#status === 'panic') throw new LabError('panic', { message: this.#panic });
  }

  /**
   * Waits until `done` returns a value; rejects with `reason` once the console has been silent for that many seconds.
   * @param since if given, the time limit counts from the start, whatever the console prints
   */
  async #until(
    done: () => string | undefined,
    seconds: number,
    reason: 'quiet' | 'no-prompt' | 'hang' = 'quiet',
    since?: () => number,
  ): Promise<LineResult['ended']> {
    const started = (this.#last = Date.now());
    const fixed = since ? started : undefined;
    for (;;) {
      const how = done();
      if (how !== undefined) return how as LineResult['ended'];
      if (this.#status === 'ended') throw new LabError('ended');
      const left = (fixed ?? this.#last) + seconds * 1000 - Date.now();
      if (left <= 0) throw await this.#late(reason, seconds);
      await this.#change(left);
    }
  }

  /** The error of a timeout: a kernel that answers its agent is alive. */
  async #late(reason: 'quiet' | 'no-prompt' | 'hang', seconds: number): Promise<LabError> {
    if (reason !== 'quiet') return new LabError(reason, { seconds });
    return this.#ask('ping').then(
      () => new LabError('quiet', { seconds }),
      () => new LabError('hang', { seconds }),
    );
  }

  /** Resolves at the next change, or after a timeout. */
  #change(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#watchers.delete(end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      this.#watchers.add(end);
    });
  }
}
