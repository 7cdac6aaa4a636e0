import { strings } from 'virtual:i18n/search';
import { withBase } from '#shared/url.ts';
import { chooseWithKeys } from './choice.ts';
import { element } from './element.ts';
import { forgetList, keepList, leftList } from './left-list.ts';
import { connect } from './panel.ts';
import { topicsLink } from './results.ts';
import { openEngine } from './session.ts';

const address = (href: string) => withBase(href, import.meta.env.BASE_URL);

let opened: { dialog: HTMLDialogElement; input: HTMLInputElement; list: HTMLElement; run: () => void } | undefined;

/**
 * Opens the search dialog, or closes it if it is open.
 * @param typed what the reader typed while the dialog was loading
 */
export function toggleDialog(typed = ''): void {
  opened ??= build();
  const { dialog, input, run } = opened;
  if (dialog.open) return dialog.close();
  dialog.showModal();
  document.documentElement.classList.add('searching');
  const left = leftList();
  if (typed || left) input.value = typed || left!.query;
  input.focus();
  input.select();
  if (typed) input.setSelectionRange(typed.length, typed.length);
  openEngine().catch(() => undefined);
  run();
  if (left && !typed) restorePlace(left.top);
}

/** Scrolls to the place in the list that the reader left, once the list is there. */
function restorePlace(top: number): void {
  const { dialog, list } = opened!;
  const watch = new MutationObserver(() => {
    dialog.scrollTop = top;
    watch.disconnect();
  });
  watch.observe(list, { childList: true });
}

/** Creates the search field. */
const makeField = () =>
  element('input', {
    type: 'search',
    name: 'q',
    role: 'combobox',
    'aria-label': strings['search.field'],
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'search-options',
    placeholder: strings['search.hint'],
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
  });

/** Adds the dialog with its parts to the page, closed. */
function makeDialog() {
  const input = makeField();
  const close = element('button', { type: 'button', class: 'search-close' }, strings['search.close']);
  const form = element('form', { action: address('/search/'), role: 'search' }, input, close);
  const status = element('div', { role: 'status', class: 'found-status' });
  const list = element('div', {
    id: 'search-options',
    role: 'listbox',
    'aria-label': strings['search.results'],
    'data-search-results': '',
  });
  const note = element('div');
  const all = element('a', { href: address('/search/') }, strings['search.asPage']);
  const foot = element('p', { class: 'search-foot' }, all, topicsLink(strings['search.allTopics']));
  const dialog = element(
    'dialog',
    { class: 'search-dialog', 'aria-label': strings['search.title'] },
    form,
    status,
    list,
    note,
    foot,
  );
  document.body.append(dialog);
  return { dialog, input, close, status, list, note, all };
}

function build() {
  const { dialog, input, close, status, list, note, all } = makeDialog();
  const renew = chooseWithKeys(input, list);
  const run = connect({ input, list, note, status }, 'options', (query) => {
    renew();
    all.href = address(query ? `/search/?q=${encodeURIComponent(query.slice(0, 500))}` : '/search/');
  });
  // Keeps the page behind from scrolling; with a class, because a selector for an open dialog slows down every change.
  dialog.addEventListener('close', () => document.documentElement.classList.remove('searching'));
  dialog.addEventListener('cancel', forgetList);
  close.addEventListener('click', () => dialog.close());
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    // A search field would only clear itself, and the query would be lost.
    event.preventDefault();
    forgetList();
    dialog.close();
  });
  dialog.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest('a');
    if (link && list.contains(link)) keepList({ query: input.value, top: dialog.scrollTop });
    else forgetList();
    // A link may lead to this very page; a click next to the dialog hits its backdrop, which is the dialog itself.
    if (target === dialog || link) dialog.close();
  });
  return { dialog, input, list, run };
}
