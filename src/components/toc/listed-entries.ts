import type { Data } from '#model/schemas/index.ts';
import { parsePage } from '#model/page.ts';
import { plainText } from '#shared/inline-markdown.ts';

/** One entry that a component puts on a page, as the page's table of contents names it. */
export interface Listed {
  /** Its id on the page. */
  slug: string;
  text: string;
}

/** The entries of one component, and where on the page they stand. */
export interface Listing {
  /** Level of the entries' headings. */
  depth: 2 | 3;
  /** Id of the last heading of level 2 above the component, if there is one. */
  section: string | undefined;
  /** Id of the last heading of level 3 between that and the component, if there is one. */
  part: string | undefined;
  entries: Listed[];
}

type Lists = Pick<Data, 'symptoms' | 'misconceptions' | 'questions'>;

const component = /<(SymptomList|MisconceptionList|QuestionList)\b([^>]*)>/g;

/**
 * The entries that the lists on a page make, list by list: Starlight knows the headings only that an author wrote.
 * @param body source of the page, with or without front matter
 */
export function listedEntries(body: string, lists: Lists): Listing[] {
  const { prose, headings } = parsePage('', body);
  const text = prose.map((line) => line.text).join('\n');
  return [...text.matchAll(component)].map(({ 1: name, 2: attributes, index }) => {
    const { line } = prose[text.slice(0, index).split('\n').length - 1]!;
    const above = headings.filter((heading) => heading.line < line);
    const section = above.findLast(({ depth }) => depth === 2);
    const part = above.findLast((heading) => heading.depth === 3 && heading.line > (section?.line ?? 0));
    const depth = name === 'MisconceptionList' ? 2 : 3;
    return { depth, section: section?.id, part: part?.id, entries: entriesOf(name!, attributes!, lists) };
  });
}

function entriesOf(name: string, attributes: string, { symptoms, misconceptions, questions }: Lists): Listed[] {
  const named = (slug: string, text: string) => ({ slug, text: plainText(text) });
  if (name === 'MisconceptionList') return misconceptions.map(({ id, claim }) => named(id, claim));
  const group = /\bgroup="([^"]*)"/.exec(attributes)?.[1];
  if (name === 'SymptomList')
    return symptoms.filter((entry) => entry.group === group).map(({ id, message }) => named(id, message));
  return questions.filter((entry) => entry.group === group).map(({ id, question }) => named(id, question));
}
