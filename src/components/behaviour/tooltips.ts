import { placeBeside } from './place-beside.ts';

// One tooltip at a time, as WCAG 1.4.13 wants it: Escape puts it away, the pointer may go onto it, and it stays until
// the reader leaves. On a touch screen the first tap shows it and the second, on the same word, follows the link.

/** How long a pointer may be between a word and its tooltip, ms. */
const grace = 300;

let shown: HTMLElement | undefined;
let timer = 0;
/** Kind of the last pointer that was pressed: a click does not say it in every browser. */
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
  // Before the attribute is gone the browser takes it out of the top layer by itself.
  box.removeAttribute('popover');
}

function show(tip: HTMLElement): void {
  clearTimeout(timer);
  if (tip === shown) return;
  hide();
  const [word, box] = parts(tip);
  shown = tip;
  box.hidden = false;
  // Older browsers have no top layer: there it lies above the page by its `z-index`.
  if ('showPopover' in box) {
    box.popover = 'manual';
    box.showPopover();
  }
  placeBeside(box, word);
}

/** Follows its word when something scrolls, and goes with it. */
function follow(): void {
  if (!shown) return;
  const [word, box] = parts(shown);
  if (!placeBeside(box, word)) hide();
}

const focused = () => shown?.querySelector('a:focus-visible');

document.addEventListener('pointerover', ({ target, pointerType, buttons }) => {
  // Who drags over a word selects it.
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
