import { t } from 'virtual:i18n/labs';
import type { VmName } from '../../form/schema.ts';
import { openTerminal, type LabTerminal } from '../terminal.ts';
import { button, make } from './dom.ts';
import { PictureView } from './picture-view.ts';
import type { Offer } from './step-view.ts';

/** Events of the dock that concern the VMs. */
export interface DockEvents {
  /** Text typed into a terminal. */
  data: (vm: VmName, text: string) => void;
  /** A terminal has another size. */
  resize: (vm: VmName, rows: number, cols: number) => void;
  /** The reader leaves the terminal by keyboard; `back` if with Shift. */
  leave: (back: boolean) => void;
  /** The reader asks for a snapshot. */
  keep: () => void;
  /** The reader asks to restore the snapshot. */
  goBack: () => void;
  /** The reader asks to start over. */
  startOver: () => void;
}

const narrow = matchMedia('(width < 50rem)');
const colours = { background: '#101114', foreground: '#f3f1ea', cursor: '#ffc94d', selectionBackground: '#5a5c63' };

/** The part of a lab that stays in view while its reader goes from step to step: terminals, picture, status. */
export class Dock {
  readonly element: HTMLElement;
  readonly picture: PictureView;
  readonly #on: DockEvents;
  readonly #status = make('p', { class: 'lab-status', attributes: { role: 'status' } });
  readonly #offers = make('p', { class: 'lab-offers', hidden: true });
  readonly #progress = make('progress', { hidden: true, attributes: { 'aria-label': t('labs.progress') } });
  readonly #screens = make('div', { class: 'lab-screens', attributes: { 'data-lab-terminal': '' } });
  readonly #names = make('span', {
    class: 'lab-names',
    attributes: { role: 'group', 'aria-label': t('labs.terminals') },
  });
  readonly #goBack: HTMLButtonElement;
  readonly #tools: HTMLButtonElement[];
  readonly #terminals = new Map<VmName, { window: LabTerminal; screen: HTMLElement; name: HTMLButtonElement }>();
  #shown: VmName | undefined;
  #fitting: ReturnType<typeof setTimeout> | undefined;

  constructor(on: DockEvents) {
    this.#on = on;
    const figure = make('figure', { class: 'lab-picture', attributes: { 'aria-label': t('labs.picture') } });
    this.picture = new PictureView(figure);
    this.#goBack = button(t('labs.goBack'), on.goBack);
    this.#goBack.hidden = true;
    this.#tools = [button(t('labs.keep'), on.keep), this.#goBack, button(t('labs.startOver'), on.startOver)];
    const body = make('div', { class: 'lab-body' }, this.#screens, figure);
    const bar = make(
      'div',
      { class: 'lab-tools' },
      this.#names,
      this.#pictureButton(figure),
      this.#sizeButton(),
      ...this.#tools,
    );
    const leave = make('p', { class: 'lab-leave', text: t('labs.leave'), attributes: { id: 'lab-leave' } });
    this.element = make(
      'section',
      { class: 'lab-dock', attributes: { 'aria-label': t('labs.dock') } },
      make('div', { class: 'lab-says' }, this.#status, this.#progress, this.#offers),
      bar,
      body,
      leave,
    );
    new ResizeObserver(() => this.#fitSoon()).observe(this.#screens);
  }

  /** Shows the state of the lab, also to screen readers, with buttons for what can be done about it. */
  say(text: string, offers: readonly Offer[] = []): void {
    this.#status.textContent = text;
    this.#offers.hidden = offers.length === 0;
    this.#offers.replaceChildren(...offers.map((offer) => button(offer.text, offer.act)));
  }

  /** Shows the progress of a download in bytes; without a size, hides it. */
  load(loaded: number, size = 0): void {
    this.#progress.hidden = size === 0;
    this.#progress.max = Math.max(size, 1);
    this.#progress.value = loaded;
  }

  /** Brings the terminal of a VM to the front, opening it if necessary. */
  show(vm: VmName): void {
    if (!this.#terminals.has(vm)) this.#open(vm);
    this.#shown = vm;
    for (const [name, { screen, name: tab }] of this.#terminals) {
      screen.hidden = name !== vm;
      tab.setAttribute('aria-pressed', String(name === vm));
    }
    this.#names.hidden = this.#terminals.size < 2;
    this.#fitSoon();
  }

  /** Writes output of a VM to its terminal. */
  write(vm: VmName, text: string): void {
    if (!this.#terminals.has(vm)) this.show(vm);
    this.#terminals.get(vm)!.window.terminal.write(text);
  }

  /** Rows and columns of a VM's terminal. */
  size(vm: VmName): { rows: number; cols: number } {
    const { rows, cols } = this.#terminals.get(vm)!.window.terminal;
    return { rows, cols };
  }

  /** Focuses the terminal in front. */
  focus(): void {
    if (this.#shown) this.#terminals.get(this.#shown)!.window.terminal.focus();
  }

  /** Closes the terminals of VMs that are gone. */
  close(vms: Iterable<VmName>): void {
    for (const vm of vms) {
      const open = this.#terminals.get(vm);
      if (!open) continue;
      open.window.dispose();
      open.screen.remove();
      open.name.remove();
      this.#terminals.delete(vm);
    }
    const [left] = this.#terminals.keys();
    if (left) this.show(left);
  }

  /** Enables the buttons, and shows the one that goes back. */
  allow(acting: boolean, back: boolean): void {
    for (const tool of this.#tools) tool.disabled = !acting;
    this.#goBack.hidden = !back;
  }

  #open(vm: VmName): void {
    const screen = make('div', { class: 'lab-screen' });
    const name = button(vm, () => this.show(vm));
    this.#screens.append(screen);
    this.#names.append(name);
    const window = openTerminal(
      screen,
      {
        fontSize: narrow.matches ? 12 : 13,
        fontFamily: getComputedStyle(screen).getPropertyValue('--sl-font-mono') || 'monospace',
        theme: colours,
      },
      { data: (text) => this.#on.data(vm, text), leave: this.#on.leave },
    );
    const { textarea } = window.terminal;
    textarea?.setAttribute('aria-label', t('labs.terminal', { vm }));
    textarea?.setAttribute('aria-describedby', 'lab-leave');
    this.#terminals.set(vm, { window, screen, name });
  }

  #fitSoon(): void {
    clearTimeout(this.#fitting);
    this.#fitting = setTimeout(() => {
      const vm = this.#shown;
      const open = vm && this.#terminals.get(vm);
      if (!open || open.screen.clientWidth === 0) return;
      const before = this.size(vm);
      const { rows, cols } = open.window.fit();
      if (rows !== before.rows || cols !== before.cols) this.#on.resize(vm, rows, cols);
    }, 100);
  }

  /** On a phone, the picture replaces the terminal on demand. */
  #pictureButton(figure: HTMLElement): HTMLButtonElement {
    const toggle = button(
      t('labs.showPicture'),
      () => {
        const open = figure.classList.toggle('lab-open');
        toggle.setAttribute('aria-expanded', String(open));
      },
      'lab-narrow',
    );
    toggle.setAttribute('aria-expanded', 'false');
    return toggle;
  }

  #sizeButton(): HTMLButtonElement {
    const toggle = button(t('labs.larger'), () => {
      const large = this.element.classList.toggle('lab-large');
      toggle.setAttribute('aria-pressed', String(large));
    });
    toggle.setAttribute('aria-pressed', 'false');
    return toggle;
  }
}
