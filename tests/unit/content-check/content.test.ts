import { describe, expect, test } from 'vitest';
import { problemsAfter, type FileChange } from '../../support/content-fixture.ts';

const page = 'content/docs/a.mdx';
const glossary = 'content/data/glossary.yml';
const sources = 'content/data/sources.yml';
const numbers = 'content/data/numbers.yml';
const navigation = 'content/data/navigation.yml';
const questions = 'content/data/questions.yml';
const misconceptions = 'content/data/misconceptions.yml';

/** Lines for the end of the page; the first is line 13. */
const write = (text: string): FileChange => ({ file: page, add: `\n${text}\n` });
const swap = (file: string, from: string, to: string): FileChange => ({ file, from, to });
const add = (file: string, add: string): FileChange => ({ file, add });
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

const term = (id: string, name: string, more = '') =>
  `\n- id: ${id}\n  term: ${name}\n  short: One.\n  not: 'It is not another.'\n  page: /a/\n${more}`;
const question = (group: string, answer = words(50)) => `- id: q-why
  question: Why?
  group: ${group}
  seen: here
  answer: ${answer}
  page: /a/
`;
const concept = (body: string): FileChange[] => [
  {
    file: 'content/docs/concepts/x.mdx',
    is: `---\ntitle: X\ndescription: Another page that exists so that a check has something to look at, and nothing else.\n---\nimport { Diagram } from '~/components';\n\n${body}\n`,
  },
  add(navigation, '    - /concepts/x/\n'),
];
const group = [
  {
    file: 'content/docs/q.mdx',
    is: `---\ntitle: Questions\ndescription: A page of questions that exists so that a check has something to look at.\n---\nimport { QuestionList } from '~/components';\n\n<QuestionList group="How it works" />\n`,
  },
  add(navigation, '    - /q/\n'),
];

test('sound content has no problem', () => {
  expect(problemsAfter([])).toBe('0 problems');
});

test.each([
  ['a link', '[That](/concepts/x/#part) and [this](/q/).'],
  ['a component', '<SectionPages />'],
  ['a component and a link', '<SectionPages from="1" to="1" />\n\n[This](/q/).'],
])('%s leads to the pages of a section', (_, text) =>
  expect(problemsAfter([...concept('Text.'), ...group, write(text)])).not.toContain('does not lead to'),
);

/** A mistake, what is changed, what is said with file and line, and what to do. */
type Case = [mistake: string, changes: FileChange[], problem: string, fix: string];

const pages: Case[] = [
  [
    'a relative link',
    [write('See [that](../a/#how-it-works).')],
    `${page}:13  link to ../a/#how-it-works is relative`,
    'Write it absolute: /a/#how-it-works',
  ],
  ['a link to a file', [write('See [that](./a.mdx).')], `${page}:13  link to ./a.mdx is relative`, 'Write it absolute'],
  [
    'a link that is not https',
    [write('See [that](http://example.org/).')],
    `${page}:13  link to http://example.org/: not https`,
    'https://example.org/',
  ],
  [
    'a dead link',
    [write('See [that](/b/).')],
    `${page}:13  link to /b/: there is no page /b/`,
    'The nearest known ids are /a/',
  ],
  [
    'a link without its slash',
    [write('See [that](/a).')],
    `${page}:13  link to /a: there is no page /a`,
    'Write /a/ with a slash at its end.',
  ],
  [
    'a dead fragment',
    [write('See [that](/a/#how-it-work).')],
    `${page}:13  link to /a/#how-it-work: /a/ has no anchor #how-it-work`,
    'how-it-works',
  ],
  [
    'an unknown component',
    [write('<Diagrm id="stack" />')],
    `${page}:13  there is no component <Diagrm>`,
    'The nearest components are Diagram',
  ],
  [
    'a component without its import',
    [write('<TraitsTable form="short" />')],
    `${page}:13  <TraitsTable> is not imported`,
    "import { Cite, Diagram, Number, Term, TraitsTable } from '~/components';",
  ],
  [
    'an import of nothing',
    [swap(page, 'Cite, Diagram', 'Cite, Cites, Diagram')],
    `${page}:5  there is no component "Cites" to import`,
    'The nearest components are Cite',
  ],
  [
    'an import that does not read',
    [swap(page, ' Term }', ' Term')],
    `${page}:5  the import "import { Cite, Diagram, Number, Term from '~/components';"`,
    "Write: import { Cite, Term } from '~/components';",
  ],
  ['a tag that is not closed', [write('A <Term id="cgroup">group.')], `${page}:13  <Term> is not closed`, '</Term>'],
  [
    'a tag that closes nothing',
    [write('A group</Term>.')],
    `${page}:13  </Term> closes nothing`,
    'write <Term> before',
  ],
  [
    'a brace in prose',
    [write('A set {a, b.')],
    `${page}:13  a brace { starts an expression that does not parse`,
    'Put braces that readers see into backticks',
  ],
  ['code in prose', [write('The set {a} of it.')], `${page}:13  {a} is code`, 'backticks'],
  [
    'a sign < in prose',
    [write('It took <5 of them.')],
    `${page}:13  a tag does not parse`,
    'Put a "<" that is no tag into backticks',
  ],
  [
    'an attribute without quotation marks',
    [write('<Diagram id=stack />')],
    `${page}:13  a tag does not parse`,
    'double quotation marks',
  ],
  [
    'an attribute that is code',
    [write('<Diagram id={"stack"} />')],
    `${page}:13  id of <Diagram> is not text in quotation marks`,
    'Write <Diagram id="…" />.',
  ],
  [
    'an unknown attribute',
    [write('<Diagram id="stack" width="3" />')],
    `${page}:13  <Diagram> has no attribute "width"`,
    'Write <Diagram id="…" />.',
  ],
  ['a missing attribute', [write('<Diagram />')], `${page}:13  <Diagram> lacks id="…"`, 'Write <Diagram id="…" />.'],
  [
    'a word that an attribute does not take',
    [swap(page, 'Term }', 'Term, TraitsTable }'), write('<TraitsTable form="shrt" />')],
    `${page}:13  unknown form "shrt" of <TraitsTable>`,
    'It is one of short, full.',
  ],
  [
    'a list of the drawings of an unknown section',
    [swap(page, 'Term }', 'Term, DiagramList }'), write('<DiagramList section="Page" />')],
    `${page}:13  ${navigation} has no section "Page"`,
    'The nearest known ids are Pages.',
  ],
  [
    'a list of the drawings of a section without any',
    [
      ...group,
      swap(navigation, '- /a/\n', '- /a/\n- label: Bare\n  pages:\n'),
      swap(page, 'Term }', 'Term, DiagramList }'),
      write('<DiagramList section="Bare" />'),
    ],
    `${page}:13  no drawing appears first on a page of the section "Bare"`,
    'Delete <DiagramList> with its heading.',
  ],
  [
    'a list of pages on a page that is no overview',
    [...group, swap('content/docs/q.mdx', '<QuestionList', '<SectionPages />\n\n<QuestionList')],
    'content/docs/q.mdx:7  the page is the overview of no section',
    `make /q/ the first page of one segment in its group in ${navigation}`,
  ],
  [
    'a list of pages that begins after the last',
    [...group, write('<SectionPages from="2" />')],
    `${page}:13  the section "Pages" has no pages from 2 to 1`,
    'It has 1 page beside its overview',
  ],
  [
    'a picture without alternative text',
    [write('![](/shot.png)')],
    `${page}:13  the picture /shot.png has no alternative text`,
    'content/diagrams/<id>.mmd',
  ],
  [
    'a picture on a page',
    [write('![A shot](/shot.png)')],
    `${page}:13  the picture /shot.png has no place on a page`,
    '<Diagram id="…" />',
  ],
  [
    'a picture in raw HTML',
    [write('<img src="/shot.png" />')],
    `${page}:13  a picture in raw HTML`,
    '<Diagram id="…" />',
  ],
  ['raw HTML', [write('<div>Text</div>')], `${page}:13  <div> is raw HTML`, 'Write it in Markdown'],
  [
    'a dropped picture',
    [{ file: 'content/docs/shot.png', is: '' }],
    'content/docs/shot.png  a picture that no page can show',
    'belongs into public/',
  ],
  [
    'a file that is no page among the pages',
    [{ file: 'content/docs/notes.txt', is: '' }],
    'content/docs/notes.txt  not a page',
    'move any other file out of content/docs/',
  ],
  ['code without a language', [write('```\n$ uname\n```')], `${page}:13  the code has no language`, '```console'],
  [
    'a day that no calendar has',
    [write('On 31 June 2025 it was so.')],
    `${page}:13  31 June 2025 is not a day of the calendar`,
    'Look the day up',
  ],
  [
    'a thirteenth month in prose',
    [write('It was so on 2025-13-01.')],
    `${page}:13  2025-13-01 is not a day of the calendar`,
    'Look the day up',
  ],
  [
    'an unknown term',
    [write('<Term id="cgruop">x</Term>')],
    `${page}:13  unknown Term id "cgruop"`,
    'The nearest known ids are cgroup.',
  ],
  [
    'an unknown source',
    [write('So. <Cite id="kernel-doc" />')],
    `${page}:13  unknown Cite id "kernel-doc"`,
    'The nearest known ids are kernel-docs.',
  ],
  [
    'an unknown figure',
    [write('It took <Number id="boot-tme" />.')],
    `${page}:13  unknown Number id "boot-tme"`,
    'The nearest known ids are boot-time.',
  ],
  [
    'an unknown trait',
    [write('<TraitFacts id="isolation" />')],
    `${page}:13  unknown TraitFacts id "isolation"`,
    'There are no known ids yet.',
  ],
  [
    'an unknown diagram',
    [write('<Diagram id="stak" />')],
    `${page}:13  unknown diagram "stak"`,
    'The nearest known ids are stack.',
  ],
  [
    'a heading without an id',
    [write('## No id here')],
    `${page}:13  heading "No id here" has no id`,
    '## No id here {#some-id}',
  ],
  [
    'an id used twice',
    [write('## Again {#how-it-works}')],
    `${page}:13  heading id "how-it-works" is used twice, first on line 9`,
    'rename the newer one',
  ],
  ['a figure without its source', [write('It took 125 ms.')], `${page}:13  the figure "125 ms" has no source`, numbers],
  [
    'a table without a caption',
    [write('| a | b |\n| --- | --- |\n| c | d |')],
    `${page}:13  the table has no caption`,
    '**What it shows**',
  ],
  [
    'an unknown key of front matter',
    [swap(page, 'title:', 'titel:')],
    `${page}:2  unknown front matter key "titel"`,
    'The nearest known ids are title',
  ],
  [
    'a colon in a title',
    [swap(page, 'title: A page', 'title: A page: the first')],
    `${page}:2  not valid YAML: the text after the first colon holds ": "`,
    "key: 'one: two'",
  ],
  [
    'no description',
    [swap(page, 'description', '# description')],
    `${page}:1  front matter "description"`,
    'Every page has a title and a description',
  ],
  [
    'a checked day of month thirteen',
    [swap(page, 'title:', "checked: '2026-13-01'\ntitle:")],
    `${page}:2  front matter "checked": 2026-13-01 is not a day of the calendar`,
    'src/model/schemas/page.ts',
  ],
  [
    'a word that says nothing',
    [write('It is simply fast.')],
    `${page}:13  "simply" praises or belittles`,
    'Leave it out',
  ],
  [
    'a page that the navigation lacks',
    concept('Text.').slice(0, 1),
    'content/docs/concepts/x.mdx:1  /concepts/x/ is missing from the sidebar',
    `Add /concepts/x/ to its group in ${navigation}`,
  ],
  [
    'a page that the overview of its section leaves out',
    concept('Text.'),
    `${page}:1  the overview of "Pages" does not lead to /concepts/x/`,
    'Link to it, or list the pages of the section with <SectionPages />.',
  ],
  [
    'a page after those that the overview of its section lists',
    [...concept('Text.'), ...group, write('<SectionPages to="1" />')],
    `${page}:1  the overview of "Pages" does not lead to /q/`,
    'Link to it',
  ],
  [
    'a page of few words',
    concept('Text.'),
    'content/docs/concepts/x.mdx:1  the page has 1 word',
    'A page has 600 to 1600: say more',
  ],
  [
    'a page of many words',
    concept(Array.from({ length: 170 }, () => `W${words(10)}.`).join('\n\n')),
    'content/docs/concepts/x.mdx:1  the page has 1700 words',
    'split it',
  ],
  [
    'a long opening',
    concept(`${words(60)}.`),
    'content/docs/concepts/x.mdx:7  the opening paragraph has 60 words',
    'at most 50 words',
  ],
  [
    'a long sentence',
    concept(`Text.\n\nMore.\nAnd ${words(70)}.`),
    'content/docs/concepts/x.mdx:10  the sentence has 71 words',
    'make two of it',
  ],
  [
    'a long paragraph',
    concept('One.\nTwo.\nThree.\nFour.\nFive.'),
    'content/docs/concepts/x.mdx:7  the paragraph has 5 sentences',
    'at most 4',
  ],
  [
    'a page without a diagram',
    concept('Text.'),
    'content/docs/concepts/x.mdx:1  the page has no diagram',
    '<Diagram id="…" />',
  ],
  [
    'a page that is true everywhere',
    concept('Text.'),
    'content/docs/concepts/x.mdx:1  the page does not say where it is not true',
    '{#not-true}',
  ],
];

const data: Case[] = [
  [
    'an unknown source in data',
    [add(glossary, '  sources: [kernel]\n')],
    `${glossary}:1  unknown sources id in "cgroup" "kernel"`,
    'kernel-docs',
  ],
  [
    'an id used twice',
    [add(glossary, term('cgroup', 'other'))],
    `${glossary}:8  id "cgroup" is used twice, first on line 1`,
    'another id',
  ],
  [
    'an unused source',
    [
      swap(
        sources,
        '- id: kernel-docs',
        '- { id: other-docs, title: T, authors: A, year: 2024, url: "https://example.org/", kind: book, read: 2026-11-01 }\n- id: kernel-docs',
      ),
    ],
    `${sources}:1  source "other-docs" is cited nowhere`,
    '<Cite id="other-docs" />',
  ],
  [
    'an unused term',
    [add(glossary, term('namespace', 'Quiet name'))],
    `${glossary}:8  term "namespace" is used on no page and by no other entry`,
    '<Term id="namespace">',
  ],
  [
    'a name that two terms have',
    [add(glossary, term('cg', 'groups', '  aka: [cgroups]\n'))],
    `${glossary}:8  "cgroups" is defined twice, by "cgroup" and by "cg"`,
    'Keep the name with one',
  ],
  [
    'terms out of order',
    [add(glossary, term('bit', 'bit'))],
    `${glossary}:8  "bit" stands behind "control group", out of alphabetical order`,
    'Move the entry before "control group"',
  ],
  [
    'a "not" without a verb',
    [swap(glossary, "'A control group is not", "'Not")],
    `${glossary}:1  the "not" of "cgroup" can't stand alone`,
    'Write a whole sentence',
  ],
  [
    'a field that is no text',
    [swap(numbers, "value: '125'", 'value: 125')],
    `${numbers}:2  entry "boot-time": value:`,
    'An entry has id, trait, value',
  ],
  [
    'an unknown field',
    [swap(numbers, 'limits:', 'limit:')],
    `${numbers}:6  entry "boot-time": Unrecognized key: "limit"`,
    'The nearest known ids are limits',
  ],
  [
    'a thirteenth month',
    [swap(numbers, '2026-11-01', "'2026-13-01'")],
    `${numbers}:9  entry "boot-time": read: 2026-13-01 is not a day of the calendar`,
    'An entry has',
  ],
  [
    'a thirteenth month of a source',
    [swap(sources, '2026-11-01', '2026-13-01')],
    `${sources}:7  entry "kernel-docs": read: 2026-13-01 is not a day of the calendar`,
    'An entry has',
  ],
  [
    'a source past its review',
    [swap(sources, '2026-11-01', '2023-10-01')],
    `${sources}:1  source "kernel-docs" was last read on 2023-10-01, 37 months ago`,
    'Read it again',
  ],
  [
    'a tab in the navigation',
    [swap(navigation, '    - /a/', '\t- /a/')],
    `${navigation}:3  not valid YAML: a tab stands at the start of the line`,
    'Indent with spaces',
  ],
  [
    'an entry of the navigation without a page',
    [add(navigation, '    - /c/\n')],
    `${navigation}:4  /c/ is listed but there is no such page`,
    'The nearest known ids are /a/',
  ],
  [
    'a label that names no page',
    [add(navigation, '    - { address: /c/, label: C }\n')],
    `${navigation}:4  /c/ is listed but there is no such page`,
    '/a/',
  ],
  [
    'an entry of the navigation that stands twice',
    [add(navigation, '    - /a/\n')],
    `${navigation}:4  /a/ is listed twice`,
    'Keep one of the two.',
  ],
  [
    'an address without its slash',
    [add(navigation, '    - a/\n')],
    `${navigation}:2  group "Pages": pages.1`,
    'addresses such as /section/page/',
  ],
  [
    'data that nothing reads',
    [{ file: 'content/data/glosary.yml', is: '' }],
    'content/data/glosary.yml  data that nothing reads',
    'The nearest known ids are glossary',
  ],
  [
    'a question without its page',
    [{ file: questions, is: question('x').replace('page:', '#') }],
    `${questions}:1  entry "q-why": page:`,
    'An entry has id, question',
  ],
  [
    'a mistyped group of a question',
    [...group, { file: questions, is: question('How it work') + question('How it works').replace('q-why', 'q-how') }],
    `${questions}:1  question "q-why" is of the group "How it work", which no page lists`,
    'The groups are "How it works".',
  ],
  [
    'a mistyped group of a symptom',
    [
      {
        file: 'content/data/symptoms.yml',
        is: "- id: s-oops\n  group: Other\n  message: Oops\n  words: []\n  where: Here.\n  meaning: That.\n  do: This.\n  page: '/x/'\n  also: []\n  sources: []\n",
      },
    ],
    'content/data/symptoms.yml:1  symptom "s-oops" is of the group "Other", which no page lists',
    '<SymptomList group="Other" />',
  ],
  [
    'a group without questions',
    group,
    'content/docs/q.mdx:7  no question is of the group "How it works"',
    'There are no known ids yet.',
  ],
  [
    'a short answer',
    [...group, { file: questions, is: question('How it works', 'Because.') }],
    `${questions}:1  the answer of "q-why" has 1 word`,
    '40 to 120 words',
  ],
  [
    'a figure without its condition',
    [add(numbers, '  decides: [Firecracker]\n')],
    `${page}:11  the figure "boot-time" stands without the condition that decides it`,
    'with one of these words: Firecracker',
  ],
  [
    'a figure whose condition stands in another row',
    [
      add(numbers, '  decides: [Firecracker]\n'),
      write('| What | Time |\n| --- | --- |\n| QEMU | <Number id="boot-time" /> |\n| Firecracker | unknown |'),
    ],
    `${page}:15  the figure "boot-time" stands without the condition that decides it`,
    'with one of these words: Firecracker',
  ],
  [
    'a figure whose condition is part of another word',
    [add(numbers, '  decides: [compressed]\n'), write('An uncompressed kernel took <Number id="boot-time" />.')],
    `${page}:13  the figure "boot-time" stands without the condition that decides it`,
    'with one of these words: compressed',
  ],
  [
    'a figure typed by hand',
    [write('It took 125 ms. <Cite id="kernel-docs" />')],
    `${page}:13  "125\u00a0ms" is typed by hand`,
    '<Number id="boot-time" />',
  ],
  [
    'two values for one fact',
    [
      add(
        numbers,
        "- id: boot-again\n  value: '130'\n  unit: ms\n  what: time to boot\n  conditions: One machine.\n  limits: Nothing else.\n  source: kernel-docs\n  year: 2020\n  read: 2026-11-01\n  reviewBy: 2027-11-30\n",
      ),
    ],
    `${numbers}:11  "boot-time" and "boot-again" give 125\u00a0ms and 130\u00a0ms for the same fact`,
    'Keep one of the two',
  ],
  [
    'a heading that repeats a misconception',
    [
      { file: misconceptions, is: '- { id: m-x, claim: A VM is slow., why: W, truth: T, page: /a/ }\n' },
      write('## A VM is slow {#slow}'),
    ],
    `${page}:13  the heading "A VM is slow" states the misconception "m-x" as if it were so`,
    'False: “…”',
  ],
  [
    'a link text that repeats a misconception',
    [
      { file: misconceptions, is: '- { id: m-x, claim: A VM is slow., why: W, truth: T, page: /a/ }\n' },
      write('See [A VM is slow.](/a/).'),
    ],
    `${page}:13  the link "A VM is slow."`,
    'Or say what is so.',
  ],
];

/** A path that leads to pages and sections that are not there, and to one page twice. */
const shortWay: FileChange[] = [
  {
    file: 'content/data/paths.yml',
    is: `- id: short-way
  name: The short way
  purpose: For a reader who has one minute.
  steps:
    - { page: /a/, minutes: 1 }
    - { page: /aa/, minutes: 2 }
    - { page: /a/#how-it-work, minutes: 3 }
  after: /c/
`,
  },
];
const onPath = 'content/data/paths.yml:1  path "short-way"';
const paths: Case[] = [
  [
    'a path whose page has another title',
    [
      ...shortWay,
      {
        file: 'content/docs/paths/short-way.mdx',
        is: '---\ntitle: A short way\ndescription: Another page that exists so that a check has something to look at.\n---\n\nText.\n',
      },
      add(navigation, '    - /paths/short-way/\n'),
    ],
    'content/docs/paths/short-way.mdx:2  the title "A short way" is not the name of the path "short-way"',
    'Write "title: The short way", or change the name on line 1 of content/data/paths.yml.',
  ],
  ['a path to an unknown page', shortWay, `${onPath} leads to /aa/, and there is no such page`, '/a/'],
  [
    'a path to an unknown section',
    shortWay,
    `${onPath} leads to /a/#how-it-work, and there is no such section`,
    'how-it-works',
  ],
  ['a path that goes on to an unknown page', shortWay, `${onPath} leads to /c/, and there is no such page`, '/a/'],
  ['a path that comes to a page twice', shortWay, `${onPath} comes to /a/ twice`, 'Keep one of the two steps.'],
  ['a path without its page', shortWay, `${onPath} has no page of its own`, 'content/docs/paths/short-way.mdx'],
];

describe('a mistake is reported with file, line, what is wrong and what to do', () => {
  test.each([...pages, ...data, ...paths])('%s', (_, changes, problem, fix) => {
    const told = problemsAfter(changes);
    expect(told).toContain(problem);
    expect(told.slice(told.indexOf(problem))).toContain(fix);
  });
});

describe('one cause is reported once', () => {
  test.each<[string, FileChange[], string]>([
    [
      'a glossary with a tab',
      [swap(glossary, '  term:', '\tterm:')],
      `${glossary}:2  not valid YAML: a tab stands at the start of the line`,
    ],
    [
      'a colon without quotation marks',
      [swap(glossary, 'short: A group', 'short: A group: it')],
      `${glossary}:3  not valid YAML: the text after the first colon holds ": "`,
    ],
    [
      'a source that lacks a field',
      [swap(sources, '  authors: Kernel authors\n', '')],
      `${sources}:1  entry "kernel-docs": authors:`,
    ],
    [
      'a navigation that is no list',
      [{ file: navigation, is: 'pages: /a/\n' }],
      `${navigation}:1  not a list\n    Start each entry with "- label: …"`,
    ],
    ['a page that is not MDX', [write('An <Term id="cgroup">open tag.')], `${page}:13  <Term> is not closed`],
    ['front matter that is not YAML', [swap(page, 'title: A', 'title: "A')], `${page}:`],
  ])('%s', (_, changes, problem) => {
    const told = problemsAfter(changes);
    expect(told).toContain(problem);
    expect(told).toMatch(/\n1 problem$/);
  });
});

test('a term that only another entry names is used', () => {
  const told = problemsAfter([add(glossary, term('namespace', 'namespace'))]);
  expect(told).toBe('0 problems');
});

test('a figure beside the word that decides it is sound, wherever in the paragraph it stands', () => {
  const told = problemsAfter([add(numbers, '  decides: [Firecracker, in 2020]\n')]);
  expect(told).toBe('0 problems');
});
