import type { Misconception, Question, Symptom } from './schemas/lookup.ts';

/** A question, misconception or symptom that a page answers. */
export interface Backlink {
  kind: 'question' | 'misconception' | 'symptom';
  /** What the reader asked, believed or saw. */
  text: string;
  /** Address of the entry. */
  href: string;
}

/** The collections that backlinks come from. */
export interface BacklinkSources {
  questions: readonly Question[];
  misconceptions: readonly Misconception[];
  symptoms: readonly Symptom[];
}

/** The entries that send their reader to the page at `address`, questions first; fragments count as the page. */
export function backlinksTo(address: string, { questions, misconceptions, symptoms }: BacklinkSources): Backlink[] {
  const here = ({ page, also }: { page: string; also: string[] }) =>
    [page, ...also].some((link) => link.split('#')[0] === address);
  return [
    ...questions.filter(here).map(({ id, question }) => backlink('question', question, `/reference/questions/#${id}`)),
    ...misconceptions
      .filter(here)
      .map(({ id, claim }) => backlink('misconception', claim, `/reference/misconceptions/#${id}`)),
    ...symptoms.filter(here).map(({ id, message }) => backlink('symptom', message, `/reference/symptoms/#${id}`)),
  ];
}

const backlink = (kind: Backlink['kind'], text: string, href: string): Backlink => ({ kind, text, href });
