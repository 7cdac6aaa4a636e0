import { t } from 'virtual:i18n/labs';
import xtermStyles from '@xterm/xterm/css/xterm.css?inline';
import { Terminal } from '@xterm/xterm';
import { pictureAfter, type Picture } from '../../form/picture.ts';
import type { Lab, Step, VmName } from '../../form/schema.ts';
import type { Progress } from '../../machine/files.ts';
import type { Status } from '../../machine/machine.ts';
import { asLabError, type LabError, type Reason } from '../../machine/reasons.ts';
import { LabClient } from '../client.ts';
import { machineManifest, machineUrls, newWorker } from '../site.ts';
import { Dock } from './dock.ts';
import { make, need } from './dom.ts';
import styles from './live.css?inline';
import { StepView, type Offer } from './step-view.ts';
import { faultWords, megabytes, reasonWords } from './words.ts';

/** Storage of the ticks of earlier visits, if the reader opted in. Passed in, because the page has loaded that code already. */
interface Ticks {
  /** Ids of the stored steps of a lab; undefined if the reader has not opted in. */
  read: (lab: string) => string[] | undefined;
  /** Stores the steps of a lab; without a list, removes them. */
  write: (lab: string, steps: readonly string[] | undefined) => void;
}

/** What can help after a step or a VM has failed. */
type Help = 'interrupt' | 'replay' | 'startOver' | 'recording';
const helpFor: Partial<Record<Reason, Help[]>> = {
  quiet: ['interrupt', 'startOver', 'recording'],
  busy: ['interrupt', 'startOver'],
  panic: ['replay', 'startOver'],
};
const otherwise: Help[] = ['startOver', 'recording'];

/** A lab whose VMs run in the page. */
class Panel {
  readonly #lab: HTMLElement;
  readonly #ticks: Ticks;
  readonly #id: string;
  readonly #views: StepView[];
  readonly #dock: Dock;
  readonly #running = new Set<VmName>();
  readonly #panicked = new Set<VmName>();
  #client: LabClient | undefined;
  /** Number of steps done; they are done in order. */
  #done = 0;
  #busy: number | 'other' | undefined;
  #kept: { done: number; vms: VmName[] } | undefined;
  #remember: boolean;

  constructor(lab: HTMLElement, ticks: Ticks) {
    this.#lab = lab;
    this.#ticks = ticks;
    const { id, steps } = JSON.parse(need(lab, '[data-lab-data]').textContent) as { id: string; steps: Step[] };
    this.#id = id;
    this.#remember = ticks.read(id) !== undefined;
    const second = steps.findIndex(({ on }) => on === 'vm2');
    this.#views = steps.map(
      (step, index) =>
        new StepView(lab, step, index + 1, {
          run: () => void this.#run(index),
          chosen: () => this.#update(),
          first: index === second,
        }),
    );
    this.#dock = new Dock({
      data: (vm, text) => this.#type(vm, text),
      resize: (vm, rows, cols) => void this.#client?.resize(vm, rows, cols).catch(() => {}),
      leave: () => this.#current.focus(),
      keep: () => void this.#keep(),
      goBack: () => void this.#goBack(),
      startOver: () => void this.#startOver(),
    });
  }

  /** Downloads and starts the first VM. Always resolves: the page shows what failed. */
  async start(how: 'resume' | 'boot'): Promise<void> {
    need(this.#lab, '[data-lab-console]').replaceChildren(this.#dock.element, this.#rememberBox());
    this.#lab.dataset.labState = 'loading';
    this.#dock.show('vm1');
    this.#update();
    await this.#attempt(async () => {
      this.#dock.say(t('labs.loading'));
      await this.#startVm('vm1', how);
      this.#dock.say(t('labs.ready', { total: this.#views.length }));
      this.#current.focus();
    });
  }

  get #current(): StepView {
    return this.#views[Math.min(this.#done, this.#views.length - 1)]!;
  }

  /** Does some work on the VMs, unless other work is going on. Reports failures. */
  async #attempt(work: () => Promise<void>, busy: number | 'other' = 'other'): Promise<void> {
    if (this.#busy !== undefined) return;
    this.#busy = busy;
    this.#update();
    try {
      await work();
    } catch (error) {
      this.#trouble(asLabError(error), busy);
    } finally {
      this.#busy = undefined;
      this.#dock.load(0);
      this.#update();
    }
  }

  /** Returns the client of the worker, creating a new one after a loss. */
  async #connect(): Promise<LabClient> {
    if (this.#client) return this.#client;
    const client = new LabClient(newWorker(), {
      output: (vm, text) => this.#dock.write(vm, text),
      status: (vm, status) => this.#standing(vm, status),
      command: (vm, outcome) => void this.#own(vm, outcome),
      progress: (progress) => this.#loading(progress),
      failed: (reason, detail) => this.#lost(reason, detail),
    });
    this.#client = client;
    await client.open(machineManifest, machineUrls);
    return client;
  }

  async #startVm(vm: VmName, how: 'resume' | 'boot' = 'resume'): Promise<void> {
    this.#dock.show(vm);
    if (this.#running.has(vm)) return;
    const client = await this.#connect();
    await client.start(vm, how);
    this.#running.add(vm);
    this.#lab.dataset.labState = 'ready';
    const { rows, cols } = this.#dock.size(vm);
    await client.resize(vm, rows, cols);
  }

  #run(index: number): Promise<void> {
    const view = this.#views[index]!;
    return this.#attempt(async () => {
      view.tell('');
      this.#dock.say(t('labs.running', { number: index + 1 }));
      const faults = await this.#perform(view.step);
      if (faults.length === 0) return this.#finish(index);
      const words = faultWords(faults);
      view.tell(words, this.#offers(['replay', 'startOver', 'recording']));
      this.#dock.say(words);
    }, index);
  }

  /** Runs a step on its VM, starting the VM if necessary. Returns the faults of the outcome. */
  async #perform(step: Step) {
    await this.#startVm(step.on);
    const { faults } = await this.#client!.step(step);
    const { rows, cols } = this.#dock.size(step.on);
    if ('act' in step && step.act === 'restart') await this.#client!.resize(step.on, rows, cols);
    return faults;
  }

  #finish(index: number): void {
    this.#done = index + 1;
    this.#views[index]!.finish();
    this.#saveTicks();
    const all = this.#done === this.#views.length;
    this.#lab.dataset.labState = all ? 'done' : 'ready';
    const values = { number: this.#done, total: this.#views.length };
    this.#dock.say(all ? t('labs.allDone') : t('labs.next', values));
  }

  /** A reader's own command has ended. It completes the current step if it prints what the step expects. */
  async #own(vm: VmName, outcome: { output: string; exit: number }): Promise<void> {
    const { step, answered } = this.#current;
    const asks = step.expect.length > 0 || Object.keys(step.capture).length > 0;
    const single = 'run' in step && step.ends === 'prompt' && !step.run.trim().includes('\n');
    if (
      this.#busy !== undefined ||
      step.on !== vm ||
      !answered ||
      !asks ||
      !single ||
      this.#done === this.#views.length
    )
      return;
    const index = this.#done;
    const holds = await this.#client?.hold(step, { ...outcome, ended: 'prompt' }).catch(() => false);
    if (!holds || this.#done !== index || this.#busy !== undefined) return;
    this.#finish(index);
    this.#update();
  }

  #startOver(): Promise<void> {
    return this.#replay(0);
  }

  /** Starts over with fresh VMs and runs the first steps again. */
  #replay(steps: number): Promise<void> {
    return this.#attempt(async () => {
      this.#dock.say(steps === 0 ? t('labs.startingOver') : t('labs.replaying', { count: steps }));
      await this.#client?.startOver();
      this.#dock.close(this.#running);
      this.#running.clear();
      this.#panicked.clear();
      this.#kept = undefined;
      this.#done = 0;
      for (const view of this.#views.slice(steps)) view.reset();
      await this.#startVm('vm1');
      for (const view of this.#views.slice(0, steps)) {
        const faults = await this.#perform(view.step);
        if (faults.length > 0) return this.#dock.say(faultWords(faults), this.#offers(['startOver']));
        this.#done += 1;
        this.#update();
      }
      this.#dock.say(t('labs.next', { number: steps, total: this.#views.length }));
      this.#current.focus();
    });
  }

  #keep(): Promise<void> {
    return this.#attempt(async () => {
      await this.#client!.keep();
      this.#kept = { done: this.#done, vms: [...this.#running] };
      this.#dock.say(t('labs.keptAt', { number: this.#done }));
    });
  }

  #goBack(): Promise<void> {
    return this.#attempt(async () => {
      const { done, vms } = this.#kept!;
      await this.#client!.goBack();
      const gone = [...this.#running].filter((vm) => !vms.includes(vm));
      this.#dock.close(gone);
      for (const vm of gone) this.#running.delete(vm);
      this.#done = done;
      for (const view of this.#views.slice(done)) view.reset();
      this.#lab.dataset.labState = 'ready';
      this.#dock.say(t('labs.wentBack', { number: done }));
    });
  }

  /** Text typed by the reader. Only Ctrl+C while a step is typing, because other keys would get into its command. */
  #type(vm: VmName, text: string): void {
    if (typeof this.#busy === 'number' && text !== '\u0003') return;
    this.#client?.write(vm, text);
  }

  #standing(vm: VmName, status: Status): void {
    if (status === 'panic') this.#panicked.add(vm);
    else this.#panicked.delete(vm);
    if (status === 'panic' && this.#busy === undefined)
      this.#dock.say(t('labs.reason.panic', { message: '' }), this.#offers(helpFor.panic!));
    this.#picture();
  }

  #loading({ part, loaded, size }: Progress): void {
    // Parts are downloaded in parallel: after one has failed, another may still arrive, and must not replace the message.
    if (this.#busy === undefined) return;
    this.#dock.load(loaded, size);
    const values = { loaded: megabytes(loaded), size: megabytes(size) };
    this.#dock.say(
      loaded < size ? t(part === 'wasm' ? 'labs.loadingEmulator' : 'labs.loadingMachine', values) : t('labs.starting'),
    );
  }

  #lost(reason: Reason, detail: LabError['detail']): void {
    this.#client = undefined;
    this.#dock.close(this.#running);
    this.#running.clear();
    this.#lab.dataset.labState = 'failed';
    this.#dock.say(reasonWords(reason, detail), this.#offers(otherwise));
    this.#update();
  }

  #trouble({ reason, detail }: LabError, busy: number | 'other'): void {
    const words = reasonWords(reason, detail);
    const offers = this.#offers(helpFor[reason] ?? otherwise);
    if (this.#running.size === 0) this.#lab.dataset.labState = 'failed';
    if (typeof busy === 'number') this.#views[busy]!.tell(words, offers);
    this.#dock.say(words, offers);
  }

  #offers(helps: readonly Help[]): Offer[] {
    const acts: Record<Help, () => void> = {
      interrupt: () => this.#client?.write(this.#current.step.on, '\u0003'),
      replay: () => void this.#replay(this.#done),
      startOver: () => void this.#startOver(),
      recording: () => this.#lab.toggleAttribute('data-lab-recorded', true),
    };
    return helps
      .filter((help) => help !== 'replay' || this.#done > 0)
      .map((help) => ({ text: t(`labs.help.${help}`, { count: this.#done }), act: acts[help] }));
  }

  /** Creates the checkbox for keeping the ticks: nothing is stored unless the reader opts in. */
  #rememberBox(): HTMLElement {
    const box = make('input', { type: 'checkbox' });
    box.checked = this.#remember;
    box.addEventListener('change', () => this.#setRemember(box.checked));
    return make('label', { class: 'lab-remember' }, box, ` ${t('labs.remember')}`);
  }

  #setRemember(wish: boolean): void {
    this.#remember = wish;
    if (wish) this.#saveTicks();
    else this.#ticks.write(this.#id, undefined);
  }

  #saveTicks(): void {
    if (!this.#remember) return;
    const done = this.#views.slice(0, this.#done).map(({ step }) => step.id);
    this.#ticks.write(this.#id, [...new Set([...(this.#ticks.read(this.#id) ?? []), ...done])]);
  }

  /** Updates all views. */
  #update(): void {
    this.#views.forEach((view, index) => {
      const state = index < this.#done ? 'done' : this.#busy === index ? 'running' : 'open';
      view.show({ state, ready: index === this.#done && this.#busy === undefined && this.#running.size > 0 });
    });
    this.#dock.allow(this.#busy === undefined, this.#kept !== undefined);
    this.#picture();
  }

  #picture(): void {
    const lab = { steps: this.#views.map(({ step }) => step) } satisfies Pick<Lab, 'steps'>;
    const picture: Picture = pictureAfter(lab, this.#done);
    const boxes = picture.boxes.map((box) =>
      this.#panicked.has(box.id as VmName) ? { ...box, mark: 'panic' as const, markLabel: undefined } : box,
    );
    this.#dock.picture.show({ ...picture, boxes });
  }
}

let adopted = false;

/** Adopts the styles for running VMs in style sheets of their own, so that no page carries them. */
function adoptStyles(): void {
  if (adopted) return;
  adopted = true;
  for (const css of [xtermStyles, styles]) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
}

/** Turns a lab of a page into one with running VMs, and starts the first of them. */
export async function openPanel(lab: HTMLElement, how: 'resume' | 'boot', ticks: Ticks): Promise<void> {
  adoptStyles();
  Terminal.strings.promptLabel = t('labs.terminalInput');
  Terminal.strings.tooMuchOutput = t('labs.tooMuchOutput');
  need(lab, '[data-lab-offer]').hidden = true;
  await new Panel(lab, ticks).start(how);
}
