import type { Data } from '#model/collections.ts';
import { entryTitle } from '#model/entry-title.ts';
import type { LabHeading } from '#model/lab-files.ts';
import type { Choice } from '#model/schemas/choice.ts';
import { parsePage } from '#model/page.ts';
import { t } from '#model/i18n.ts';
import { plainText } from '#shared/inline-markdown.ts';

/** An entry that a component adds to a page, as shown in the table of contents. */
export interface Listed {
  /** Its anchor on the page. */
  slug: string;
  /** Plain text of the item. */
  text: string;
  /** Nested entries, one level deeper. */
  parts?: Listed[];
}

/** The entries of one component, and their position on the page. */
export interface Listing {
  /** Level of the entries' headings. */
  depth: 2 | 3;
  /** Id of the last level-2 heading above the component, if there is one. */
  section: string | undefined;
  /** Id of the last level-3 heading between that and the component, if there is one. */
  part: string | undefined;
  /** Entries in page order. */
  entries: Listed[];
}

type Lists = Pick<Data, 'symptoms' | 'misconceptions' | 'questions' | 'traits'> & {
  choice?: Choice | undefined;
  labs?: ReadonlyMap<string, readonly LabHeading[]>;
};

const component = /<(SymptomList|MisconceptionList|QuestionList|HostSwitch|ChoiceExamples|Choice|Lab)\b([^>]*)>/g;

/**
 * Entries that list components add to a page, list by list. Starlight only knows the headings in the Markdown source.
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
    const depth = ['MisconceptionList', 'HostSwitch', 'Lab'].includes(name!) ? 2 : 3;
    return { depth, section: section?.id, part: part?.id, entries: entriesOf(name!, attributes!, lists) };
  });
}

function entriesOf(
  name: string,
  attributes: string,
  { symptoms, misconceptions, questions, traits, choice, labs }: Lists,
): Listed[] {
  const named = (slug: string, text: string) => ({ slug, text: plainText(text) });
  if (name === 'MisconceptionList')
    return misconceptions.map((entry) => named(entry.id, entryTitle('misconceptions', entry)));
  if (name === 'HostSwitch') {
    const id = /\btrait="([^"]*)"/.exec(attributes)?.[1];
    return traits
      .filter((entry) => entry.id === id)
      .map((entry) => named('runs-on', t('place.trait', { trait: entry.name })));
  }
  if (name === 'Lab') {
    const steps = labs?.get(/\bid="([^"]*)"/.exec(attributes)?.[1] ?? '') ?? [];
    return [
      {
        ...named('steps', t('labs.steps')),
        parts: steps.map(({ id, title }, index) => named(id, t('text.numbered', { number: index + 1, text: title }))),
      },
      named('where-it-lies', t('labs.lies')),
    ];
  }
  if (name === 'Choice')
    return (choice?.questions ?? []).map(({ heading, text }, index) =>
      named(heading, t('text.numbered', { number: index + 1, text })),
    );
  if (name === 'ChoiceExamples') return (choice?.examples ?? []).map(({ id, title }) => named(id, title));
  const group = /\bgroup="([^"]*)"/.exec(attributes)?.[1];
  if (name === 'SymptomList')
    return symptoms.filter((entry) => entry.group === group).map(({ id, message }) => named(id, message));
  return questions.filter((entry) => entry.group === group).map(({ id, question }) => named(id, question));
}
