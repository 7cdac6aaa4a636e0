import { strings, t } from 'virtual:i18n/search';
import { messageParts } from '#shared/message.ts';
import { withBase } from '#shared/url.ts';
import type { Answer } from '../engine/engine.ts';
import { element } from './element.ts';

/** Maximum number of words in a notice: a pasted log has dozens of unknown ones. */
const mostNamed = 4;

/** What was done to a query and what the site does not have, one line each; empty if the query was used as typed. */
export function renderNotices(query: string, answer: Answer, ask: (query: string) => void): HTMLElement[] {
  const { missing, corrected, understood, without, exact, ignored, groups } = answer;
  const foreign = understood.length > 0 || (/\p{L}/u.test(query) && !/\p{sc=Latin}/u.test(query));
  return [
    ...(understood.length > 0 ? [line(t('search.english', { words: understood.join(' ') }))] : []),
    ...(foreign && understood.length === 0 ? [englishOnly()] : []),
    ...corrected.slice(0, mostNamed).map(({ typed, used }) => correction(query, typed, used, ask)),
    ...(missing.length > 0 && groups.length > 0 ? [line(t('search.missing', { words: list(missing) }))] : []),
    ...(exact.length > 0 ? [line(t('search.exact', { words: list(exact) }))] : []),
    ...(without.length > 0 ? [line(t('search.without', { words: list(without) }))] : []),
    ...ignored.slice(0, 2).map((sign) => line(t('search.ignored', { sign }))),
  ];
}

/** Words as a list; only the first if there are too many. */
export const list = (words: readonly string[]) =>
  t.list([...words.slice(0, mostNamed), ...(words.length > mostNamed ? ['…'] : [])]);

const line = (...content: (Node | string)[]) => element('p', {}, ...content);

/** What was searched for instead, with a button for the word as typed: quotes make it literal. */
function correction(query: string, typed: string, used: string, ask: (query: string) => void): HTMLElement {
  const back = element('button', { type: 'button' }, t('search.asTyped', { typed }));
  back.addEventListener('click', () => ask(quoted(query, typed)));
  const sentence = messageParts(t('search.corrected', { typed, used })).map(({ tag, text }) =>
    tag ? element('strong', {}, text) : text,
  );
  return line(...sentence, ' ', back);
}

/** The query with a word put in quotes; only that word, if the query has it in another form. */
function quoted(query: string, word: string): string {
  const at = query.toLowerCase().indexOf(word);
  return at < 0
    ? `"${word}"`
    : `${query.slice(0, at)}"${query.slice(at, at + word.length)}"${query.slice(at + word.length)}`;
}

/** Notice for a query in a language of which the search knows no word. */
function englishOnly(): HTMLElement {
  const href = withBase('/start/at-a-glance/', import.meta.env.BASE_URL);
  return line(
    ...messageParts(strings['search.englishOnly']).map(({ tag, text }) => (tag ? element('a', { href }, text) : text)),
  );
}
