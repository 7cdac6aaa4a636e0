import { afterEcho, ConsoleReader, outputOf, plainText, type ConsoleEvent } from './console.ts';
import { createEmulator, holdAbility, type Emulator } from './emulator.ts';
import type { Parts } from './files.ts';
import { LabError } from './reasons.ts';

/** How a VM stands. */
export type Status =
  /** No prompt yet. */
  | 'starting'
  /** The shell waits for a line. */
  | 'prompt'
  /** A command runs. */
  | 'running'
  /** Its kernel has panicked; only `restore` and `restart` help. */
  | 'panic'
  /** Ended on purpose. */
  | 'ended';

/** One line that was typed, and what came of it. */
export interface LineResult {
  /** The prompt before it, as a reader sees it: `vm1:~# ` or `> `. */
  prompt: string;
  line: string;
  output: string;
  /** Exit code; none if the command goes on, is not complete or has killed the kernel. */
  exit: number | undefined;
  /** What ended the wait. */
  ended: 'prompt' | 'continued' | 'panic' | 'output';
}

/** What a machine tells its owner. */
export interface MachineEvents {
  /** Text for the reader's terminal, with what moves and colours it. */
  output?: (text: string) => void;
  /** The VM stands otherwise now; `message` are a kernel's last words. */
  status?: (status: Status, message?: string) => void;
  /** A command has ended, whoever typed it. */
  command?: (result: { output: string; exit: number }) => void;
}

/** A kept VM: its memory, processor and disk. Not the same as a snapshot of files: processes are in it. */
export interface Snapshot {
  state: ArrayBuffer;
  /** Text of the prompt at which it was taken. */
  prompt: string;
  size: { rows: number; cols: number };
}

/** How long waiting may take. */
export interface RunOptions {
  /** Seconds without a byte of output after which the command counts as hung. */
  quiet?: number;
  /** Ends the wait while the command goes on, as soon as this is true of what it has printed. */
  until?: ((output: string) => boolean) | undefined;
}

const bootSeconds = 90;
const resumeSeconds = 20;
const answerSeconds = 5;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** One VM: boots or resumes, takes lines, tells what comes of them, is saved, restored and ended. The same in a browser's worker and in Node. */
export class Machine {
  readonly name: string;
  readonly #parts: Parts;
  readonly #events: MachineEvents;
  #emulator: Emulator | undefined;
  #console = new ConsoleReader();
  #agent = '';
  #status: Status = 'starting';
  #panic = '';
  /** Text since the last prompt was complete. */
  #said = '';
  /** The line that `run` has typed, while its command runs. */
  #line: string | undefined;
  /** What the last command printed. */
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

  /** A VM resumed from the saved state, at its prompt. */
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

  /** A VM booted from its kernel, at its first prompt. Its output shows the boot. */
  static async boot(name: string, parts: Parts, events: MachineEvents = {}): Promise<Machine> {
    const machine = new Machine(name, parts, events);
    await machine.#boot();
    return machine;
  }

  /** How it stands. */
  get status(): Status {
    return this.#status;
  }

  /** Sends what a reader types. */
  write(text: string): void {
    if (this.#status === 'panic' || this.#status === 'ended') return;
    // From here on a command may run; the next prompt says that it has ended.
    if (/[\r\n]/.test(text) && this.#status === 'prompt') this.#setStatus('running');
    this.#emulator?.send(0, bytesOf(text));
  }

  /** Types one line at the prompt and waits for what comes of it. */
  async run(line: string, { quiet = 20, until }: RunOptions = {}): Promise<LineResult> {
    this.#holdAlive();
    if (this.#status !== 'prompt') throw new LabError('busy');
    const prompt = plainText(this.#prompt);
    // Ctrl+E, Ctrl+U: what a reader may have begun to type is not part of the command.
    this.#emulator!.send(0, bytesOf('\u0005\u0015'));
    this.#begin(line);
    this.#emulator!.send(0, bytesOf(`${line}\r`));
    const seen = () => (until?.(this.#printed()) ? 'output' : undefined);
    const ended = await this.#until(() => this.#outcome() ?? seen(), quiet);
    return { prompt, line, ended, ...this.#result(ended) };
  }

  /** Presses Ctrl+C and waits for the prompt; returns what was printed until then. */
  async interrupt(quiet = 20): Promise<LineResult> {
    this.#holdAlive();
    this.#begin(undefined);
    this.#emulator!.send(0, bytesOf('\u0003'));
    const ended = await this.#until(() => this.#outcome(), quiet);
    return { prompt: '', line: '^C', ended, ...this.#result(ended) };
  }

  /** Keeps the VM as it is. It must stand at a prompt, so that the snapshot can be gone on from. */
  async save(): Promise<Snapshot> {
    this.#holdAlive();
    if (this.#status !== 'prompt') throw new LabError('busy');
    return { state: await this.#emulator!.save(), prompt: this.#prompt, size: this.#size };
  }

  /** Goes back to a snapshot, also after a panic. */
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

  /** A power cycle: memory is lost, the disk stays, the kernel boots anew. */
  async restart(): Promise<void> {
    if (!this.#emulator) throw new LabError('ended');
    const disk = Uint8Array.from(this.#emulator.disk());
    await this.#emulator.destroy();
    this.#forget();
    await this.#boot(disk);
  }

  /** Tells the guest the size of the terminal. */
  async resize(rows: number, cols: number): Promise<void> {
    this.#size = { rows, cols };
    await this.#ask(`size ${rows} ${cols}`);
  }

  /** Sets the guest's clock to the host's: a saved VM, or one whose tab slept, wakes in the past. */
  async setClock(): Promise<void> {
    await this.#ask(`clock ${Math.round(Date.now() / 1000)}`);
  }

  /** Ends it and gives its memory back. */
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

  /** A VM that was saved at its prompt says nothing by itself: it is asked for a prompt after the clock is right. */
  async #wake(prompt?: string): Promise<void> {
    if (prompt !== undefined) this.#prompt = prompt;
    await this.#introduce();
    this.#emulator!.send(0, bytesOf('\r'));
    await this.#until(() => (this.#status === 'prompt' ? 'prompt' : undefined), resumeSeconds, 'no-prompt');
  }

  /** What the host gives a guest that has just come to life: its name, the time, and random numbers of its own. */
  async #introduce(): Promise<void> {
    const random = crypto.getRandomValues(new Uint8Array(32));
    await this.#ask(`seed ${Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')}`);
    await this.setClock();
    await this.#ask(`name ${this.name}`);
  }

  /** Gives the agent an order and waits until it has obeyed. */
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

  /** A prompt is complete. One that comes before the echo of the typed line is the old one, drawn again. */
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

  /** What the running command has printed so far. */
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

  /** Waits until `done` says how; fails with `reason` once the console has been silent for so many seconds. */
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

  /** The reason of a wait that was in vain: a kernel that answers its agent is alive. */
  async #late(reason: 'quiet' | 'no-prompt' | 'hang', seconds: number): Promise<LabError> {
    if (reason !== 'quiet') return new LabError(reason, { seconds });
    return this.#ask('ping').then(
      () => new LabError('quiet', { seconds }),
      () => new LabError('hang', { seconds }),
    );
  }

  /** Resolves at the next change, or when the time is over. */
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
