import type { Data } from '../schemas/index.ts';
import { diagramIds } from './diagrams/files.ts';
import { readDiagram } from './diagrams/read.ts';
import { plainText } from './inline.ts';

/** One entry that a component puts on a page, as the page's table of contents names it. */
export interface Listed {
  /** Its id on the page. */
  slug: string;
  text: string;
  /** Id of the heading below which it stands, if the page groups its entries. */
  below?: string;
}

type Lists = Pick<Data, 'symptoms' | 'misconceptions' | 'questions'>;

/**
 * The entries that the lists on a page make: Starlight knows the headings only that an author wrote.
 * @param body source of the page
 */
export function listedEntries(body: string, { symptoms, misconceptions, questions }: Lists): Listed[] {
  const named = (slug: string, text: string) => ({ slug, text: plainText(text) });
  if (body.includes('<SymptomList')) return symptoms.map(({ id, message }) => named(id, message));
  if (body.includes('<MisconceptionList')) return misconceptions.map(({ id, claim }) => named(id, claim));
  if (body.includes('<DiagramList')) return diagramIds(process.cwd()).map((id) => named(id, readDiagram(id).title));
  const groups = [...body.matchAll(/\{#([^}]+)\}\s*<QuestionList group="([^"]+)"/g)];
  return groups.flatMap(([, below, group]) =>
    questions
      .filter((entry) => entry.group === group)
      .map(({ id, question }) => ({ ...named(id, question), below: below! })),
  );
}
