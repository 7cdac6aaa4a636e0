// The only part of search on every page: it waits for the wish to search, and loads the rest then.
const form = document.querySelector<HTMLFormElement>('form.search-open')!;
/** The field of the page /search/, which needs no dialog. */
const field = () => document.querySelector<HTMLInputElement>('form.search-page input');
const load = () => import('./all.ts');

let typed: string | undefined;

async function open(): Promise<void> {
  const here = field();
  if (here) return here.focus();
  if (typed !== undefined) return;
  typed = '';
  try {
    const { toggleDialog } = await load();
    toggleDialog(typed);
  } catch {
    form.submit();
  }
  typed = undefined;
}

const warm = () => {
  load()
    .then(({ openEngine }) => openEngine())
    .catch(() => undefined);
};
form.addEventListener('pointerenter', warm, { once: true });
form.addEventListener('focusin', warm, { once: true });
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void open();
});
document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const command = ctrlKey || metaKey;
  if (typed !== undefined && key.length === 1 && !command) {
    // Letters typed while the dialog loads belong into its field.
    typed += key;
    event.preventDefault();
  } else if (command ? key.toLowerCase() === 'k' && !altKey : key === '/' && !isField(target)) {
    event.preventDefault();
    void open();
  }
});

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
