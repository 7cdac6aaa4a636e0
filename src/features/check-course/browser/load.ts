// Loads what checks when there is something to check: who only reads the page needs none of it.
const place = document.querySelector<HTMLElement>('[data-check]')!;
const drop = place.querySelector<HTMLElement>('[data-check-drop]')!;
const field = (name: string) => place.querySelector<HTMLInputElement>(`[data-check-${name}]`)!;

/** Files that were dropped; of the two file fields the one that was used last is read. */
let chosen: Promise<File[]> = Promise.resolve([]);

const run = () =>
  void import('./run.ts')
    .then(async ({ run: check }) => check(place, await chosen))
    .catch((error: unknown) => {
      place.querySelector('[data-check-sum]')!.textContent = String(error);
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

/** A file dropped beside the field would else replace the page. */
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
  // What was dropped is gone when this function ends: the entries are taken now, and read when the script is there.
  const entries = [...dataTransfer.items].map((item) => item.webkitGetAsEntry());
  const files = [...dataTransfer.files];
  chosen = import('./dropped.ts').then(({ filesOf }) => filesOf(entries, files));
  run();
});

export {};
