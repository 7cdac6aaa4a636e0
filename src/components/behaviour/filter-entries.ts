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
const sheet = 'adoptedStyleSheets' in document ? new CSSStyleSheet() : undefined;
/**
 * From the first letter on, entries out of sight are not laid out at each further one, which took most of the time of an answer. Each keeps the height that
 * it had, which the browser remembers from now on. The rules stand here, since no page without a filter should carry them.
 */
function skipUnseen(): void {
  if (sheet?.cssRules.length !== 1) return;
  sheet.insertRule('[data-skip] { content-visibility: auto; overflow-clip-margin: 1rem }');
}
if (sheet) {
  sheet.insertRule('[data-skip] { contain-intrinsic-block-size: auto 5rem }');
  document.adoptedStyleSheets.push(sheet);
  for (const entry of entries) entry.dataset.skip = '';
}
const words = new Map<HTMLElement, string>();
const textOf = (entry: HTMLElement) => {
  if (!words.has(entry)) words.set(entry, entry.textContent!.toLowerCase());
  return words.get(entry)!;
};

const apply = () => {
  skipUnseen();
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

if (input) {
  input.addEventListener('input', apply);
  // A browser that comes back to the page may have kept the words.
  if (input.value) apply();
}

export {};
