// The choice of a theme, in each of its lists on the page. Kept if the browser may keep it.
const key = 'starlight-theme';
const system = matchMedia('(prefers-color-scheme: light)');
const selects = [...document.querySelectorAll<HTMLSelectElement>('.theme-select select')];

function show(theme: string): void {
  for (const select of selects) select.value = theme;
  document.documentElement.dataset.theme = theme === 'auto' ? (system.matches ? 'light' : 'dark') : theme;
}

let chosen = 'auto';
try {
  // As Starlight keeps it: nothing for the system's theme.
  chosen = localStorage.getItem(key) || chosen;
} catch {
  // Refused: the choice holds for this page.
}
show(chosen);
system.addEventListener('change', () => show(chosen));
for (const select of selects) {
  select.addEventListener('change', () => {
    show((chosen = select.value));
    try {
      localStorage.setItem(key, chosen === 'auto' ? '' : chosen);
    } catch {
      // Full or refused, as above.
    }
  });
}
