// Connects every theme selector on the page. The choice is persisted if storage is available.
const key = 'starlight-theme';
const system = matchMedia('(prefers-color-scheme: light)');
const selects = [...document.querySelectorAll<HTMLSelectElement>('.theme-select select')];

function show(theme: string): void {
  for (const select of selects) select.value = theme;
  document.documentElement.dataset.theme = theme === 'auto' ? (system.matches ? 'light' : 'dark') : theme;
}

let chosen = 'auto';
try {
  // Starlight's format: an empty string stands for the system theme.
  chosen = localStorage.getItem(key) || chosen;
} catch {
  // Storage is blocked: the choice applies to this page only.
}
show(chosen);
system.addEventListener('change', () => show(chosen));
for (const select of selects) {
  select.addEventListener('change', () => {
    show((chosen = select.value));
    try {
      localStorage.setItem(key, chosen === 'auto' ? '' : chosen);
    } catch {
      // Storage is full or blocked, as above.
    }
  });
}
