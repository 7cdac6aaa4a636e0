import { placeBeside } from './place-beside.ts';

// Shows one tooltip at a time, following WCAG 1.4.13: Escape dismisses it, the pointer may move onto it, and it stays until the reader leaves. On
// touch screens the first tap shows the tooltip and a second tap on the same word follows the link.

/** Time that the pointer may take between a word and its tooltip, in ms. */
const grace = 300;

let shown: HTMLElement | undefined;
let timer = 0;
/** Type of the last pressed pointer. `click` events do not have it in every browser. */
let pressed = '';

const tipOf = (target: EventTarget | null) =>
  target instanceof Element ? (target.closest<HTMLElement>('.tip') ?? undefined) : undefined;
const parts = (tip: HTMLElement) =>
  [tip.querySelector('a')!, tip.querySelector<HTMLElement>('[role=tooltip]')!] as const;

function hide(): void {
  clearTimeout(timer);
  if (!shown) return;
  const [, box] = parts(shown);
  shown = undefined;
  box.hidden = true;
  // Removing the attribute also takes the tooltip out of the top layer, so there is no need to call `hidePopover`.
  box.removeAttribute('popover');
}

function show(tip: HTMLElement): void {
  clearTimeout(timer);
  if (tip === shown) return;
  hide();
  const [word, box] = parts(tip);
  shown = tip;
  box.hidden = false;
  // In older browsers without a top layer, `z-index` puts it above the page.
  if ('showPopover' in box) {
    box.popover = 'manual';
    box.showPopover();
  }
  placeBeside(box, word);
}

/** Keeps the tooltip at its word while scrolling, and hides it once the word is out of view. */
function follow(): void {
  if (!shown) return;
  const [word, box] = parts(shown);
  if (!placeBeside(box, word)) hide();
}

const focused = () => shown?.querySelector('a:focus-visible');

document.addEventListener('pointerover', ({ target, pointerType, buttons }) => {
  // A pressed button means that the reader is selecting text.
  if (pointerType === 'touch' || buttons !== 0) return;
  const tip = tipOf(target);
  if (tip) return show(tip);
  clearTimeout(timer);
  if (shown && !focused()) timer = window.setTimeout(hide, grace);
});
document.addEventListener('pointerdown', ({ target, pointerType }) => {
  pressed = pointerType;
  if (tipOf(target) !== shown || pointerType !== 'touch') hide();
});
document.addEventListener('focusin', ({ target }) => {
  const tip = tipOf(target);
  if (!tip) hide();
  else if ((target as Element).matches(':focus-visible')) show(tip);
});
document.addEventListener('focusout', ({ target }) => {
  if (tipOf(target) === shown) hide();
});
document.addEventListener('keydown', ({ key }) => {
  pressed = '';
  if (key === 'Escape') hide();
});
document.addEventListener('click', (event) => {
  const tip = tipOf(event.target);
  if (!tip || tip === shown || pressed !== 'touch') return;
  event.preventDefault();
  show(tip);
});
document.addEventListener('scroll', follow, { capture: true, passive: true });
window.addEventListener('resize', follow);
