import { t } from 'virtual:i18n/labs';
import type { Step } from '../../form/schema.ts';
import { button, make, need } from './dom.ts';

/** State of a step. */
export type StepState = 'open' | 'running' | 'done';

/** What the panel passes to the view of a step. */
export interface StepStanding {
  state: StepState;
  /** Whether it is the next step to do, and nothing else is running. */
  ready: boolean;
}

/** An action that a message offers. */
export interface Offer {
  text: string;
  act: () => void;
}

/** The interactive part of a step: the reader answers, runs it and sees the result. Added by the script to a step of the page. */
export class StepView {
  readonly step: Step;
  readonly #root: HTMLElement;
  readonly #run: HTMLButtonElement;
  readonly #message = make('div', { class: 'lab-message', hidden: true });
  readonly #radios: HTMLInputElement[];
  readonly #right: number;
  readonly #number: number;
  #ready = false;

  /** @param on `first` says whether the step starts the second VM, which needs the reader's consent: its button says what it costs */
  constructor(
    lab: HTMLElement,
    step: Step,
    number: number,
    on: { run: () => void; chosen: () => void; first: boolean },
  ) {
    this.step = step;
    this.#number = number;
    this.#root = need(lab, `[data-step="${step.id}"]`);
    this.#run = button(runLabel(step, number, on.first), () => this.#ask(on.run), 'lab-run');
    const predict = this.#root.querySelector<HTMLElement>('.lab-predict');
    this.#right = Number(predict?.dataset.right ?? 0);
    this.#radios = predict ? askIn(predict, step.id, on.chosen) : [];
    need(this.#root, '[data-step-place]').replaceChildren(make('p', {}, this.#run), this.#message);
  }

  /** Number of the answer that the reader predicts, counted from 1; undefined until one is chosen. */
  get choice(): number | undefined {
    const index = this.#radios.findIndex(({ checked }) => checked);
    return index < 0 ? undefined : index + 1;
  }

  /** Whether the step has no question, or it is answered. */
  get answered(): boolean {
    return this.#radios.length === 0 || this.choice !== undefined;
  }

  /** Updates the state. */
  show({ state, ready }: StepStanding): void {
    this.#root.dataset.stepState = state;
    this.#ready = ready;
    this.#run.setAttribute('aria-disabled', String(!ready || !this.answered));
    for (const radio of this.#radios) radio.disabled = state !== 'open';
    const outcome = this.#root.querySelector<HTMLDetailsElement>('.lab-outcome');
    if (outcome) outcome.open = state === 'done';
  }

  /** Reports that the step is done, and whether the prediction was right. */
  finish(): void {
    const words = t('labs.stepDone', { number: this.#number });
    const verdict =
      this.#radios.length === 0 ? '' : t(this.choice === this.#right ? 'labs.predictedRight' : 'labs.predictedWrong');
    this.tell(`${words} ${verdict}`.trim(), [], 'done');
  }

  /** Shows a message, with actions that it offers. */
  tell(text: string, offers: readonly Offer[] = [], kind: 'done' | 'trouble' = 'trouble'): void {
    this.#message.hidden = text === '';
    this.#message.dataset.kind = kind;
    const buttons = offers.map((offer) => button(offer.text, offer.act));
    this.#message.replaceChildren(make('p', { text }), ...(buttons.length > 0 ? [make('p', {}, ...buttons)] : []));
  }

  /** Removes the message and the answer. */
  reset(): void {
    this.tell('');
    for (const radio of this.#radios) radio.checked = false;
  }

  /** Focuses the beginning of the step: its question, or its button. */
  focus(): void {
    (this.answered ? this.#run : this.#radios[0]!).focus();
    this.#root.scrollIntoView({ block: 'start' });
  }

  #ask(run: () => void): void {
    if (this.#ready && this.answered) run();
    else if (this.#ready) {
      this.tell(t('labs.predictFirst'));
      this.#radios[0]?.focus();
    } else if (this.#root.dataset.stepState === 'open') this.tell(t('labs.notYet'));
  }
}

function runLabel(step: Step, number: number, startsSecond: boolean): string {
  if ('act' in step) return t(`labs.do.${step.act}`, { number, vm: step.on });
  return startsSecond ? t('labs.runSecond', { number }) : t('labs.run', { number });
}

/** Turns the answers in the page into radio buttons, and returns these. */
function askIn(predict: HTMLElement, id: string, chosen: () => void): HTMLInputElement[] {
  const name = `predict-${id}`;
  const legend = make('legend');
  legend.append(...[...need(predict, 'p').childNodes].map((node) => node.cloneNode(true)));
  const field = make('fieldset', {}, legend);
  const radios = [...predict.querySelectorAll('ol > li')].map((item, index) => {
    const radio = make('input', { type: 'radio', attributes: { name, value: String(index + 1) } });
    field.append(make('label', {}, radio, ' ', ...[...item.childNodes].map((node) => node.cloneNode(true))));
    return radio;
  });
  field.addEventListener('change', chosen);
  predict.querySelector('fieldset')?.remove();
  predict.append(field);
  return radios;
}
