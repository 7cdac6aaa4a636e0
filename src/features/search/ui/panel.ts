import { strings, t } from 'virtual:i18n/search';
import { renderBroken, renderHints, renderNothing, renderResults, type Form } from './results.ts';
import { querySession, type Outcome } from './session.ts';
import css from './results.css?inline';

/** The parts of a search field that a panel fills. */
export interface Parts {
  input: HTMLInputElement;
  /** Takes the results. */
  list: HTMLElement;
  /** Takes what went wrong or what to try. */
  note: HTMLElement;
  /** Says how much was found, to those who see it and those who hear it. */
  status: HTMLElement;
}

/** A sheet made by script needs no permission for inline styles, and comes with the search and not with every page. */
function addStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

let styled = false;

/** While one types, few results come faster and say enough; the page has room for more. */
const mostPages: Record<Form, number> = { options: 6, links: 9 };

/**
 * Searches while the reader types and shows what was found.
 * @param shown is called after each change of the results
 */
export function connect({ input, list, note, status }: Parts, form: Form, shown: (query: string) => void): () => void {
  if (!styled) addStyles();
  styled = true;
  const tryOut = (query: string) => {
    input.value = query;
    input.focus();
    run();
  };
  const noteOn = (outcome: Outcome) => {
    if (outcome.query.trim() === '') return renderHints(tryOut);
    return 'broken' in outcome ? renderBroken() : renderNothing(outcome.query);
  };
  const show = (outcome: Outcome) => {
    const { query } = outcome;
    const found = 'answer' in outcome ? renderResults(outcome.answer, form) : [];
    list.replaceChildren(...found);
    note.replaceChildren(...(found.length > 0 ? [] : [noteOn(outcome)]));
    status.textContent = summary(outcome);
    shown(query);
  };
  const ask = querySession(mostPages[form], show, () => (status.textContent = strings['search.searching']));
  const run = () => {
    // One letter says nothing yet.
    if (input.value.trim().length < 2) {
      ask('');
      return show({ query: '', answer: { groups: [], pages: 0, words: [] } });
    }
    ask(input.value);
  };
  input.addEventListener('input', run);
  return run;
}

function summary(outcome: Outcome): string {
  if (outcome.query.trim() === '') return '';
  if ('broken' in outcome) return strings['search.broken'];
  const { pages, groups } = outcome.answer;
  if (pages === 0) return strings['search.nothing'];
  if (pages > groups.length) return t('search.best', { shown: groups.length, count: pages });
  return t('search.found', { count: pages });
}
