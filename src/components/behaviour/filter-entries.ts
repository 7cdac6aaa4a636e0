import { t } from 'virtual:i18n/filter';

const input = document.querySelector<HTMLInputElement>('.filter input');
const status = document.querySelector<HTMLElement>('.filter [role=status]');
const content = document.querySelector('.sl-markdown-content');
const entries = [...(content?.querySelectorAll<HTMLElement>('.entry, .claim, tbody > tr') ?? [])];
/** Containers of entries, the block that each fills with its caption or table head, and the heading above that block. */
const groups = [...new Set(entries.map((entry) => entry.parentElement!))].map((box) => {
  const block = box.closest<HTMLElement>('.entries, .claims, .scroller') ?? box;
  const before = block.previousElementSibling;
  return { box, block, heading: before?.matches('.sl-heading-wrapper') ? (before as HTMLElement) : undefined };
});
/** `auto` makes the browser remember the rendered height of each entry. */
for (const { style } of entries) style.containIntrinsicBlockSize = 'auto 5rem';
/**
 * Skips layout of entries that are out of view, which took most of the time after each keystroke. They keep their last height.
 * Set on the elements: a rule added this late would make the browser recalculate styles for the whole page.
 */
function skipUnseen(): void {
  for (const { style } of entries) {
    style.contentVisibility = 'auto';
    style.overflowClipMargin = '1rem';
  }
}
const words = new Map<HTMLElement, string>();
const textOf = (entry: HTMLElement) => {
  if (!words.has(entry)) words.set(entry, entry.textContent!.toLowerCase());
  return words.get(entry)!;
};

const apply = () => {
  const wanted = input!.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const entry of entries) {
    entry.hidden = !wanted.every((word) => textOf(entry).includes(word));
    if (!entry.hidden) shown++;
  }
  for (const { box, block, heading } of groups) {
    const empty = [...box.children].every((child) => (child as HTMLElement).hidden);
    block.hidden = empty;
    if (heading) heading.hidden = empty;
  }
  const found = () => (shown ? t('filter.shown', { shown, all: entries.length }) : t('filter.none'));
  status!.textContent = wanted.length === 0 ? '' : found();
};

/** Runs a task after the next paint. On slow devices filtering takes longer than a keystroke may, so the typed letter has to appear first. */
const afterPaint = (task: () => void) => requestAnimationFrame(() => setTimeout(task));
let asked = 0;

if (input) {
  // Prepare while the field has focus but no text yet.
  input.addEventListener(
    'focus',
    () =>
      afterPaint(() => {
        skipUnseen();
        entries.forEach(textOf);
      }),
    { once: true },
  );
  input.addEventListener('input', () => {
    cancelAnimationFrame(asked);
    asked = afterPaint(apply);
  });
  // The browser may have restored the text on back navigation.
  if (input.value) apply();
}
