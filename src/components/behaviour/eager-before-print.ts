// Pictures that come when they are scrolled to are blank on paper if they never were: WebKit prints what it has.
const load = () => {
  for (const picture of document.querySelectorAll<HTMLImageElement>('img.for-light[loading=lazy]'))
    picture.loading = 'eager';
};
window.addEventListener('beforeprint', load);
// Some browsers announce paper only this way.
matchMedia('print').addEventListener('change', ({ matches }) => matches && load());

export {};
