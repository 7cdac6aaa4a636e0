import { t } from 'virtual:i18n/search';
import { keepList, leftList } from './left-list.ts';
import { connect } from './panel.ts';

/** Connects the page `/search/`: the query is in the address, results are below the field. */
export function attachPage(form: HTMLFormElement, list: HTMLElement, status: HTMLElement, note: HTMLElement): void {
  const input = form.elements.namedItem('q') as HTMLInputElement;
  const title = document.title;
  let timer = 0;
  let left = leftList();
  list.addEventListener('click', () => keepList({ query: input.value, top: scrollY }));
  const short = (query: string) => query.slice(0, 1000);
  const asked = () => new URLSearchParams(location.search).get('q') ?? '';
  const addressOf = (query: string) => location.pathname + (query && `?q=${encodeURIComponent(short(query))}`);
  const fromAddress = () => {
    input.value = asked();
    run();
  };
  const run = connect({ input, list, note, status }, 'links', (query) => {
    // Browsers restore the scroll position before the results are there.
    if (query && left?.query === query) scrollTo(0, left.top);
    if (query) left = undefined;
    document.title = query ? t('search.documentTitle', { query: query.slice(0, 80), title }) : title;
    // Browsers limit how often the address may change, which a fast typist exceeds.
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (short(query) !== asked()) history.replaceState(history.state, '', addressOf(query));
    }, 250);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (short(input.value) !== asked()) history.pushState(null, '', addressOf(input.value));
    run();
  });
  window.addEventListener('popstate', fromAddress);
  const early = input.value;
  if (early) run();
  else fromAddress();
}
