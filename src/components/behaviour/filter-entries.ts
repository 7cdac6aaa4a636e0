const input = document.querySelector<HTMLInputElement>('.filter input');
const status = document.querySelector<HTMLElement>('.filter [role=status]');
const content = document.querySelector('.sl-markdown-content');
const entries = [...(content?.querySelectorAll<HTMLElement>('.entry, .claim, tbody > tr') ?? [])];
/** Boxes of entries, the blocks that they fill with a caption or a head, and the headings that stand above them. */
const groups = [...new Set(entries.map((entry) => entry.parentElement!))].map((box) => {
  const block = box.closest<HTMLElement>('.entries, .claims, .scroller') ?? box;
  const before = block.previousElementSibling;
  return { box, block, heading: before?.matches('.sl-heading-wrapper') ? (before as HTMLElement) : undefined };
});
/** So that the browser remembers the height of each entry. */
for (const { style } of entries) style.containIntrinsicBlockSize = 'auto 5rem';
/**
 * Once a reader filters, entries out of sight are not laid out at each letter, which took most of the time of an answer. They keep the height that they had.
 * Set here and not by a rule, since a rule that comes late makes a browser look at every element of the page again.
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
  status!.textContent = wanted.length === 0 ? '' : shown ? `${shown} / ${entries.length}` : status!.dataset.none!;
};

/** Calls back once the next frame is painted: on a slow processor what a field does takes longer than the field itself may. */
const afterPaint = (task: () => void) => requestAnimationFrame(() => setTimeout(task));
let asked = 0;

if (input) {
  // Between reaching for the field and the first letter there is time.
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
  // A browser that comes back to the page may have kept the words.
  if (input.value) apply();
}

export {};
