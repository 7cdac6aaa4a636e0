import type { Misconception, Question, Symptom } from '../schemas/lookup.ts';

/** A question, misconception or symptom that a page answers. */
export interface Lead {
  kind: 'question' | 'misconception' | 'symptom';
  /** What the reader asked, believed or saw. */
  text: string;
  /** Address of the entry. */
  href: string;
}

/** The collections that leads come from. */
export interface LeadEntries {
  questions: readonly Question[];
  misconceptions: readonly Misconception[];
  symptoms: readonly Symptom[];
}

/** The entries that send their reader to the page at `address`, questions first; fragments count as the page. */
export function leadsTo(address: string, { questions, misconceptions, symptoms }: LeadEntries): Lead[] {
  const here = ({ page, also }: { page: string; also: string[] }) =>
    [page, ...also].some((link) => link.split('#')[0] === address);
  return [
    ...questions.filter(here).map(({ id, question }) => lead('question', question, `/reference/questions/#${id}`)),
    ...misconceptions
      .filter(here)
      .map(({ id, claim }) => lead('misconception', claim, `/reference/misconceptions/#${id}`)),
    ...symptoms.filter(here).map(({ id, message }) => lead('symptom', message, `/reference/symptoms/#${id}`)),
  ];
}

const lead = (kind: Lead['kind'], text: string, href: string): Lead => ({ kind, text, href });
