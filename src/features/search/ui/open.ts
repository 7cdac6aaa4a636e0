// The only part of search on every page: it loads the rest on demand.
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
    // Letters typed while the dialog is loading belong in its field.
    typed += key;
    event.preventDefault();
  } else if (command && key.toLowerCase() === 'k' && !altKey && !shiftKey) {
    // A shortcut of one key would react to dictation (WCAG 2.1.4), and would replace quick find in Firefox.
    event.preventDefault();
    void open();
  }
});

// Marks the words of a result on its target, and restores the list after going back.
try {
  if (sessionStorage.getItem('found')) void load().then(({ highlightMatch }) => highlightMatch());
} catch {
  // Without storage, nothing is marked.
}
addEventListener('pageshow', () => {
  if ((history.state as { found?: object } | null)?.found && !field()) void open();
});

// On a Mac the same shortcut has another label.
if (/Mac|iP/.test(navigator.platform)) form.querySelector('kbd')!.textContent = '⌘ K';
