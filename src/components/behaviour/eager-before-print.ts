// WebKit prints lazy images as blanks if they have not been scrolled into view, so load them before printing.
const load = () => {
  for (const picture of document.querySelectorAll<HTMLImageElement>('img.for-light[loading=lazy]'))
    picture.loading = 'eager';
};
window.addEventListener('beforeprint', load);
// Some browsers do not fire `beforeprint`.
matchMedia('print').addEventListener('change', ({ matches }) => matches && load());

export {};
