import { strings, t } from 'virtual:i18n/search';
import { hints } from 'virtual:search/hints';
import type { Answer, Group } from '../engine/engine.ts';
import { excerpt, mark, type Piece } from '../engine/excerpt.ts';
import { messageParts } from '#shared/message.ts';
import { withBase } from '#shared/url.ts';
import { element } from './element.ts';

/** `links`: a list of links, for a page. `options`: the choices of a combobox, for the dialog. */
export type Form = 'links' | 'options';

/** The results as elements: pages in order, each with its sections. */
export function renderResults({ groups, words }: Answer, form: Form): HTMLElement[] {
  const wanted = new Set(words);
  return groups.map((group, number) => {
    const id = `found-${form}-${number}`;
    const title = element('p', { id, class: 'found-page' }, group.title);
    const sections = group.sections.map((section) => renderSection(group, section, wanted));
    if (form === 'links') {
      const items = sections.map((link) => element('li', {}, link));
      return element('li', { class: 'found' }, title, element('ul', {}, ...items));
    }
    sections.forEach((link, place) => {
      link.setAttribute('role', 'option');
      link.setAttribute('aria-selected', 'false');
      link.tabIndex = -1;
      link.id = `${id}-${place}`;
    });
    return element('div', { class: 'found', role: 'group', 'aria-labelledby': id }, title, ...sections);
  });
}

function renderSection({ page, title }: Group, section: Group['sections'][number], words: ReadonlySet<string>) {
  const href = withBase(section.id ? `${page}#${section.id}` : page, import.meta.env.BASE_URL);
  return element(
    'a',
    { href },
    element('span', { class: 'found-heading' }, ...marked(mark(section.heading || title, words))),
    ' ',
    element('span', { class: 'found-text' }, ...marked(excerpt(section.text, words))),
  );
}

const marked = (pieces: readonly Piece[]) =>
  pieces.map((piece) => (piece.marked ? element('mark', {}, piece.text) : piece.text));

/**
 * What an empty field says: queries to try, and what there is to find.
 * @param ask is called with the query that the reader chose
 */
export function renderHints(ask: (query: string) => void): HTMLElement {
  const examples = hints.examples.map((query) => {
    const button = element('button', { type: 'button' }, query);
    button.addEventListener('click', () => ask(query));
    return element('li', {}, button);
  });
  const lists = hints.lists.map(({ href, text }) =>
    element('li', {}, element('a', { href: withBase(href, import.meta.env.BASE_URL) }, text)),
  );
  return element(
    'div',
    { class: 'found-hints' },
    element('p', {}, strings['search.try']),
    element('ul', {}, ...examples),
    element('p', {}, strings['search.holds']),
    element('ul', {}, ...lists),
  );
}

/** What an empty result says: what to try, and the index of topics. */
export function renderNothing(query: string): HTMLElement {
  const shown = query.length > 60 ? `${query.slice(0, 60)}…` : query;
  return element(
    'div',
    { class: 'found-nothing' },
    element('p', {}, element('strong', {}, t('search.nothingFor', { query: shown }))),
    element('p', {}, strings['search.nothingHelp']),
    element('p', {}, ...withTopicsLink(strings['search.nothingTopics'])),
  );
}

/** What is said when the index is missing or broken. */
export function renderBroken(): HTMLElement {
  return element(
    'div',
    { class: 'found-nothing', 'data-search-broken': '' },
    element('p', {}, element('strong', {}, strings['search.broken'])),
    element('p', {}, ...withTopicsLink(strings['search.brokenHelp'])),
  );
}

/** A sentence whose only tag is a link to the index of topics. */
const withTopicsLink = (sentence: string) =>
  messageParts(sentence).map(({ tag, text }) => (tag ? topicsLink(text) : text));

/** A link to the index of topics, which works without the search. */
export const topicsLink = (text: string) =>
  element('a', { href: withBase('/topics/', import.meta.env.BASE_URL) }, text);
