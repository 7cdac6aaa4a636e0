// Starlight stores the theme before it listens for a choice: where the storage is full or refused, it never listens.
for (const select of document.querySelectorAll<HTMLSelectElement>('starlight-theme-select select')) {
  select.addEventListener('change', () => {
    const system = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
    document.documentElement.dataset.theme = select.value === 'auto' ? system : select.value;
    for (const other of document.querySelectorAll<HTMLSelectElement>('starlight-theme-select select'))
      other.value = select.value;
  });
}
