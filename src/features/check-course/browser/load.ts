// Loads the checker on demand, so that just reading the page costs nothing.
const place = document.querySelector<HTMLElement>('[data-check]')!;
const drop = place.querySelector<HTMLElement>('[data-check-drop]')!;
const field = (name: string) => place.querySelector<HTMLInputElement>(`[data-check-${name}]`)!;

/** Files to check: those dropped or chosen last, through either of the two file fields. */
let chosen: Promise<File[]> = Promise.resolve([]);

const run = () =>
  void import('./run.ts')
    .then(async ({ run: check }) => check(place, await chosen))
    .catch((error: unknown) => {
      const sum = place.querySelector<HTMLElement>('[data-check-sum]')!;
      sum.textContent = sum.dataset.failed!;
      // Readers can do nothing with its words; whoever reports it can copy them from the console.
      console.error(error);
    });

for (const name of ['files', 'folder'])
  field(name).addEventListener('change', ({ currentTarget }) => {
    chosen = Promise.resolve([...((currentTarget as HTMLInputElement).files ?? [])]);
    run();
  });
place.querySelector('form')!.addEventListener('submit', (event) => {
  event.preventDefault();
  run();
});

/** Without this, a file dropped next to the field would replace the page. */
const over = (event: DragEvent) => {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  drop.toggleAttribute('data-over', event.type === 'dragover');
};
addEventListener('dragover', over);
addEventListener('dragleave', over);
addEventListener('drop', (event) => {
  const { dataTransfer } = event;
  over(event);
  if (!dataTransfer || dataTransfer.files.length === 0) return;
  // Dropped items are gone once this handler returns: take the entries now, read them once the script has loaded.
  const entries = [...dataTransfer.items].map((item) => item.webkitGetAsEntry());
  const files = [...dataTransfer.files];
  chosen = import('./dropped.ts').then(({ filesOf }) => filesOf(entries, files));
  run();
});

export {};
