import { expect, test } from 'vitest';
import { layoutAnchors } from '#model/layout-anchors.ts';
import { checkContent } from '#features/content-check/rules.ts';
import { loadSite, type Site } from '#model/load.ts';
import { formatProblems } from '#shared/problem.ts';

/** The problems of sound content in which one thing is broken. */
function problemsAfter(breakIt: (site: Site) => void): string {
  const site = loadSite('tests/fixtures/content/sound', { today: '2026-11-25' });
  breakIt(site);
  return formatProblems(checkContent(site));
}

const heading =
  (id: string, depth = 2) =>
  ({ pages }: Site) =>
    void pages[0]!.headings.push({ depth, text: 'New', id, line: 20 });
/** Adds an entry of which a check reads these fields only. */
const entry = (collection: keyof Site['data'], fields: object) => (site: Site) => {
  const whole = { id: 'new', answer: '', sources: [], statements: [], exceptions: [], ...fields };
  (site.data[collection] as object[]).push(whole);
  site.lines[collection].set('new', 9);
};

test.each<[string, (site: Site) => void, string]>([
  ['a second title', heading('top', 1), 'content/docs/a.mdx:20  "New" is a level 1 heading'],
  ['a malformed id', heading('New_Id'), 'content/docs/a.mdx:20  heading id "New_Id" is malformed'],
  ['an id of the layout', heading(layoutAnchors.at(-1)!), `heading id "${layoutAnchors.at(-1)}" belongs to the layout`],
  [
    'a figure without its source',
    ({ data }) => void (data.numbers[0]!.source = 'gone'),
    'unknown sources id in "boot-time" "gone"',
  ],
  [
    'a figure that bears on no trait',
    ({ lines }) => void lines.traits.set('isolation', 1),
    'the figure "boot-time" bears on no trait',
  ],
  [
    'a figure that bears on an unknown trait',
    ({ data, lines }) => {
      lines.traits.set('isolation', 1);
      data.numbers[0]!.trait = 'isolaton';
    },
    'unknown traits id in "boot-time" "isolaton"',
  ],
  [
    'a figure whose trait no table lists',
    ({ data, lines, pages }) => {
      lines.traits.set('isolation', 1).set('networking', 2);
      data.numbers[0]!.trait = 'networking';
      pages[0]!.uses.push({ component: 'NumbersTable', attribute: 'trait', id: 'isolation', line: 9 });
    },
    'content/data/numbers.yml:1  the figure "boot-time" bears on "networking", and no page lists the figures of that trait\n    Add <NumbersTable trait="networking" /> under a heading of its own to content/docs/a.mdx.',
  ],
  [
    'a table of a trait without figures',
    ({ lines, pages }) => {
      lines.traits.set('isolation', 1);
      pages[0]!.uses.push({ component: 'NumbersTable', attribute: 'trait', id: 'isolation', line: 9 });
    },
    'content/docs/a.mdx:9  no figure bears on the trait "isolation"\n    Delete <NumbersTable> with its heading, or write "trait: isolation"',
  ],
  [
    'a contradiction of unknown sources',
    entry('contradictions', { one: { source: 'gone' }, other: { source: 'lost' } }),
    'content/data/contradictions.yml:9  unknown sources id in "new" "lost"',
  ],
  [
    'an exception to an unknown trait',
    entry('systems', { exceptions: [{ trait: 'gone' }] }),
    'content/data/systems.yml:9  unknown traits id in "new" "gone"',
  ],
  [
    'a use case of an unknown statement',
    entry('use-cases', { statements: ['X9'] }),
    'content/data/use-cases.yml:9  unknown statements id in "new" "X9"',
  ],
  [
    'an entry that leads to no page',
    ({ data }) => void (data.glossary[0]!.page = '/gone/'),
    'content/data/glossary.yml:1  link to /gone/: there is no page /gone/',
  ],
  [
    'a further page that is not there',
    entry('questions', { page: '/a/', also: ['/gone/'] }),
    'content/data/questions.yml:9  link to /gone/',
  ],
  [
    'a statement whose section is not there',
    entry('statements', { page: '/a/', anchor: 'gone' }),
    'content/data/statements.yml:9  link to /a/#gone: /a/ has no anchor #gone',
  ],
  [
    'a link in the words of an entry',
    ({ data }) => void (data.glossary[0]!.short = 'See [that](/gone/).'),
    'content/data/glossary.yml:1  link to /gone/',
  ],
  [
    'a description that another page has',
    ({ pages }) =>
      void pages.push({
        ...pages[0]!,
        file: 'content/docs/b.mdx',
        address: '/b/',
        frontMatter: { ...pages[0]!.frontMatter, title: 'Another page' },
      }),
    'is also that of content/docs/a.mdx\n    Give each page its own description.',
  ],
])('%s is told', (_, breakIt, told) => expect(problemsAfter(breakIt)).toContain(told));
