import { describe, expect, test } from 'vitest';
import { loadData } from '#model/data.ts';
import { insertLists, type ContentsItem } from '#components/toc/insert.ts';
import { listedEntries } from '#components/toc/listed-entries.ts';

const { data } = loadData('.');
const group = data.questions[0]!.group;
const questions = data.questions.filter((entry) => entry.group === group).map(({ id }) => id);
const symptomGroup = data.symptoms[0]!.group;
const symptoms = data.symptoms.filter((entry) => entry.group === symptomGroup).map(({ id }) => id);
const misconceptions = data.misconceptions.map(({ id }) => id);

const item = (slug: string, depth = 2, ...children: ContentsItem[]): ContentsItem => ({
  slug,
  text: slug,
  depth,
  children,
});

/** The table of contents as ids, with those below a heading in a list behind it. */
type Ids = (string | Ids)[];
const ids = (items: readonly ContentsItem[]): Ids =>
  items.flatMap(({ slug, children }) => (children.length > 0 ? [slug, ids(children)] : [slug]));

/** A page's table of contents, given what its headings make and its source. */
function contents(items: ContentsItem[], body: string): Ids {
  const all = [item('_top'), ...items];
  insertLists(all, listedEntries(body, data));
  return ids(all);
}

describe('a list of entries stands in the table of contents entry by entry', () => {
  test('in plain words', () => {
    const [listing] = listedEntries(`<SymptomList group="${symptomGroup}" />`, data);
    expect(listing!.entries[0]).toEqual({ slug: symptoms[0], text: expect.not.stringContaining('`') });
  });

  test('where the component stands: behind what is above it, and before the headings below it', () => {
    const body = '## A {#a}\n\n<MisconceptionList />\n\n## B {#b}';
    expect(contents([item('a'), item('b')], body)).toEqual(['_top', 'a', ...misconceptions, 'b']);
    expect(contents([item('b')], '<MisconceptionList />\n\n## B {#b}')).toEqual(['_top', ...misconceptions, 'b']);
  });

  test('questions below the heading of their group, whatever stands between', () => {
    const body = `## A {#a}\n\nA sentence.\n\n<QuestionList group="${group}" />\n\n## B {#b}`;
    expect(contents([item('a'), item('b')], body)).toEqual(['_top', 'a', questions, 'b']);
  });

  test('questions behind a smaller heading of the same group', () => {
    const body = `## A {#a}\n\n### C {#c}\n\n<QuestionList\n  group="${group}"\n/>\n\n### D {#d}`;
    expect(contents([item('a', 2, item('c', 3), item('d', 3))], body)).toEqual(['_top', 'a', ['c', ...questions, 'd']]);
  });

  test('every list of a page, in their order', () => {
    const body = `<MisconceptionList />\n\n## A {#a}\n\n<SymptomList group="${symptomGroup}" />\n\n<QuestionList group="${group}" />`;
    expect(contents([item('a')], body)).toEqual(['_top', ...misconceptions, 'a', [...symptoms, ...questions]]);
  });
});

test('the steps of a lab stand below their heading, as the lab has them', () => {
  const labs = new Map([['tiny', [{ id: 'ask', title: 'Ask `uname`' }]]]);
  const [listing] = listedEntries('<Lab id="tiny" />', { ...data, labs });
  expect(listing!.entries.map(({ slug, parts = [] }) => [slug, ...parts.map((part) => part.text)])).toEqual([
    ['steps', '1. Ask uname'],
    ['where-it-lies'],
  ]);
});

test.each(['<TraitsTable />', 'Write `<SymptomList />` here.', '```mdx\n<SymptomList />\n```'])(
  'a page without such a list has nothing to add: %s',
  (body) => expect(listedEntries(body, data)).toEqual([]),
);
