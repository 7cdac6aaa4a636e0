import { scrollStops } from '#shared/scroll-stop.ts';
import { t } from 'virtual:i18n/labs';
import type { Box, Picture } from '../../form/picture.ts';
import { make } from './dom.ts';

// The picture is nested lists: a list inside a box is on top of that box's bar, as in the site's drawings. Read aloud, it says what is inside what.

const markWords = ({ mark, markLabel }: Box): string =>
  mark === 'plain' ? '' : (markLabel ?? t(`labs.picture.${mark}`));

/** The label of one box, with its look. */
function bar(text: string, look: string, note: string, here: boolean): HTMLElement {
  const label = make('span', { class: `lab-bar ${look}` }, text);
  if (note) label.append(make('span', { class: 'lab-note', text: note }));
  if (here) label.append(make('strong', { class: 'lab-here', text: t('labs.picture.here') }));
  return label;
}

/** Renders the boxes inside one box, or those directly in the emulator. */
function list(picture: Picture, inside: string | undefined, fresh: ReadonlySet<string>): HTMLElement {
  const boxes = picture.boxes.filter((box) => box.in === inside);
  return make('ul', {}, ...boxes.map((box) => item(box, picture, fresh)));
}

function item(box: Box, picture: Picture, fresh: ReadonlySet<string>): HTMLElement {
  const isVm = box.kind === 'vm';
  const here = picture.here === box.id;
  const text = isVm ? t('labs.picture.kernel', { vm: box.label }) : box.label;
  const made = make(
    'li',
    {
      class: `lab-box ${isVm ? 'lab-vm' : ''} ${fresh.has(box.id) ? 'lab-fresh' : ''}`,
      attributes: { 'data-mark': box.mark },
    },
    bar(text, isVm ? 'lab-kernel' : `lab-${box.kind}`, markWords(box), here),
  );
  if (picture.boxes.some((one) => one.in === box.id)) made.append(list(picture, box.id, fresh));
  return made;
}

/** Renders the picture into an element. New boxes grow. */
export class PictureView {
  readonly #element: HTMLElement;
  readonly #fit = scrollStops('.lab-picture');
  #known = new Set<string>();

  constructor(element: HTMLElement) {
    this.#element = element;
    this.#fit.observe(element);
  }

  /** Replaces the picture. */
  show(picture: Picture): void {
    const ids = new Set(picture.boxes.map(({ id }) => id));
    const fresh = new Set([...ids].filter((id) => this.#known.size > 0 && !this.#known.has(id)));
    this.#known = ids;
    const labels = new Map(picture.boxes.map(({ id, label }) => [id, label]));
    const emulator = make(
      'li',
      { class: 'lab-box' },
      bar(t('labs.picture.emulator'), 'lab-emulator', '', false),
      list(picture, undefined, fresh),
    );
    const tab = make(
      'li',
      { class: 'lab-box' },
      bar(t('labs.picture.tab'), 'lab-tab', '', false),
      make('ul', {}, emulator),
    );
    const arrows = picture.arrows.map(({ from, to, label }) =>
      make('li', {
        text: t('labs.picture.arrow', { from: labels.get(from) ?? from, to: labels.get(to) ?? to, label }),
      }),
    );
    this.#element.replaceChildren(
      make('ul', { class: 'lab-boxes' }, tab),
      ...(arrows.length > 0 ? [make('ul', { class: 'lab-arrows' }, ...arrows)] : []),
    );
    for (const child of this.#element.children) this.#fit.observe(child);
  }
}
