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
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const command = ctrlKey || metaKey;
  if (typed !== undefined && key.length === 1 && !command) {
    // Letters typed while the dialog loads belong into its field.
    typed += key;
    event.preventDefault();
  } else if (command && key.toLowerCase() === 'k' && !altKey && !shiftKey) {
    // One key alone would open it for whoever dictates a word (WCAG 2.1.4), and takes the quick find from Firefox.
    event.preventDefault();
    void open();
  }
});

// Who comes from a result finds its words marked, and who goes back finds the list again.
try {
  if (sessionStorage.getItem('found')) void load().then(({ arrive }) => arrive());
} catch {
  // A browser that keeps nothing for this site shows the page as it is.
}
addEventListener('pageshow', () => {
  if ((history.state as { found?: object } | null)?.found && !field()) void open();
});

// On a Mac the same shortcut has another sign.
if (/Mac|iP/.test(navigator.platform)) form.querySelector('kbd')!.textContent = '⌘ K';
