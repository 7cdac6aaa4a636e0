import { strings, t } from 'virtual:i18n/search';
import { hints } from 'virtual:search/hints';
import type { Answer, FoundSection, Group } from '../engine/engine.ts';
import { excerpt, mark, placesOf, quote, type Piece } from '../engine/excerpt.ts';
import type { Kind } from '../format.ts';
import { messageParts } from '#shared/message.ts';
import { withBase } from '#shared/url.ts';
import { rememberMatch } from './highlight.ts';
import { element } from './element.ts';
import { list } from './notices.ts';

/** `links`: a list of links, for a page. `options`: the options of a combobox, for the dialog. */
export type Form = 'links' | 'options';

/** Renders the results: pages in order, each with its sections. */
export function renderResults({ groups, words, others }: Answer, form: Form): HTMLElement[] {
  const wanted = { own: new Set(words), others: new Set(others) };
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

/** Words to mark: those that were typed, and synonyms. */
interface Wanted {
  own: ReadonlySet<string>;
  others: ReadonlySet<string>;
}

/** Kinds whose text is an answer, which has to be shown from its first word. */
const answers: ReadonlySet<Kind> = new Set(['question', 'misconception', 'symptom', 'term']);

function renderSection({ page, title }: Group, { id, heading, text, kind, via }: FoundSection, wanted: Wanted) {
  const href = withBase(id ? `${page}#${id}` : page, import.meta.env.BASE_URL);
  const words = placesOf(`${heading} ${text}`, wanted.own).length > 0 ? wanted.own : wanted.others;
  const label = badge(kind);
  const link = element(
    'a',
    { href },
    element('span', { class: 'found-heading' }, ...marked(mark(heading || title, words))),
    ' ',
    ...(label ? [element('span', { class: 'found-kind' }, label), ' '] : []),
    element(
      'span',
      { class: 'found-text' },
      ...marked(excerpt(text, words, answers.has(kind) || heading.endsWith('?'))),
    ),
    ...(via ? [' ', element('span', { class: 'found-via' }, t('search.via', { ...via }))] : []),
  );
  link.addEventListener('click', () => rememberMatch(link, { words: [...words], quote: quote(text, words) }));
  return link;
}

/** Label of a section's kind, unless it is a part of a page like any other. */
function badge(kind: Kind): string | undefined {
  return kind === 'page' || kind === 'section' || kind === 'record' ? undefined : strings[`search.kind.${kind}`];
}

const marked = (pieces: readonly Piece[]) =>
  pieces.map((piece) => (piece.marked ? element('mark', {}, piece.text) : piece.text));

/**
 * Renders the content of an empty field: queries to try, and what there is to find.
 * @param ask called with the query that the reader chose
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

/** Renders an empty result: which words the site does not have, what to try, and the index of topics. */
export function renderNothing(query: string, answer: Answer | undefined): HTMLElement {
  const shown = query.length > 60 ? `${query.slice(0, 60)}…` : query;
  const missing = answer?.missing ?? [];
  return element(
    'div',
    { class: 'found-nothing' },
    element('p', {}, element('strong', {}, t('search.nothingFor', { query: shown }))),
    ...(missing.length > 0 ? [element('p', {}, t('search.missing', { words: list(missing) }))] : []),
    element('p', {}, strings['search.nothingHelp']),
    element('p', {}, ...withTopicsLink(strings['search.nothingTopics'])),
  );
}

/** Renders the message about a missing or broken index. */
export function renderBroken(): HTMLElement {
  return element(
    'div',
    { class: 'found-nothing', 'data-search-broken': '' },
    element('p', {}, element('strong', {}, strings['search.broken'])),
    element('p', {}, ...withTopicsLink(strings['search.brokenHelp'])),
  );
}

/** Renders a sentence whose only tag is a link to the index of topics. */
const withTopicsLink = (sentence: string) =>
  messageParts(sentence).map(({ tag, text }) => (tag ? topicsLink(text) : text));

/** A link to the index of topics, which works without the search. */
export const topicsLink = (text: string) =>
  element('a', { href: withBase('/topics/', import.meta.env.BASE_URL) }, text);
