import { strings, t } from 'virtual:i18n/search';
import { renderNotices } from './notices.ts';
import { renderBroken, renderHints, renderNothing, renderResults, type Form } from './results.ts';
import { querySession, type Outcome } from './session.ts';
import css from './results.css?inline';

/** Elements of a search field that a panel fills. */
export interface Parts {
  input: HTMLInputElement;
  /** For the results. */
  list: HTMLElement;
  /** For errors, and for what to try. */
  note: HTMLElement;
  /** For the number of results and what was done to the query, also for screen readers. */
  status: HTMLElement;
}

/** Adds the styles as a constructed style sheet: it needs no permission for inline styles, and is not on every page. */
function addStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

let styled = false;

/** Maximum number of pages: while the reader types, few results are faster and sufficient; the page has room for more. */
const mostPages: Record<Form, number> = { options: 6, links: 9 };
/** Milliseconds without typing after which the last word counts as finished. */
const pause = 350;

/**
 * Searches while the reader types and shows the results.
 * @param shown called after each change of the results
 * @returns a function that searches for what is in the field, as a finished query
 */
export function connect({ input, list, note, status }: Parts, form: Form, shown: (query: string) => void): () => void {
  if (!styled) addStyles();
  styled = true;
  let timer = 0;
  const tryOut = (query: string) => {
    input.value = query;
    input.focus();
    run();
  };
  const noteOn = (outcome: Outcome) => {
    if (outcome.query.trim() === '') return renderHints(tryOut);
    return 'broken' in outcome ? renderBroken() : renderNothing(outcome.query, outcome.answer);
  };
  const show = (outcome: Outcome) => {
    const { query } = outcome;
    const answer = 'answer' in outcome ? outcome.answer : undefined;
    const found = answer ? renderResults(answer, form) : [];
    list.replaceChildren(...found);
    note.replaceChildren(...(found.length > 0 ? [] : [noteOn(outcome)]));
    status.replaceChildren(...summary(outcome, input.value, tryOut));
    shown(query);
  };
  const ask = querySession(mostPages[form], show, () => (status.textContent = strings['search.searching']));
  const search = (settled: boolean) => {
    const query = input.value.trim();
    // One letter says nothing yet, but one character of another script may be a word.
    if (query.length > 1 || /[^\p{ASCII}]/u.test(query)) return ask(input.value, settled);
    ask('', true);
    show({ query: '', answer: undefined });
  };
  const run = () => {
    clearTimeout(timer);
    search(true);
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    search(false);
    timer = window.setTimeout(run, pause);
  });
  return run;
}

/** The number of results, or why there are none, and what was done to the query. */
function summary(outcome: Outcome, typed: string, ask: (query: string) => void): (Node | string)[] {
  const { query } = outcome;
  if (query.trim() === '') return typed.trim() ? [strings['search.oneLetter']] : [];
  if ('broken' in outcome) return [strings['search.broken']];
  const { answer } = outcome;
  if (!answer) return [];
  const notices = renderNotices(query, answer, ask);
  const count = answer.groups.length;
  if (count === 0) return [strings['search.nothing'], ...notices];
  const first = answer.fits ? t('search.found', { count }) : strings['search.closest'];
  return [...notices, first];
}
