import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../tools/build-site.ts';
import { copyProject } from '../../tools/project-copy.ts';
import { authorOf } from '../support/author.ts';
import { commitAll, startHistory } from '../support/git.ts';
import { shownFigures } from '../support/stale-marks.ts';

// Every recipe of CONTRIBUTING, one after the other on one copy of the project, and one build for all of them.
let root = '';
let author: ReturnType<typeof authorOf>;
beforeAll(() => {
  root = copyProject('.');
  author = authorOf(root);
  startHistory(root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const navigation = 'content/data/navigation.yml';
const shortLinks = 'content/data/short-links.yml';
const page = 'content/docs/teach/recipe.mdx';
const fine = 'The content is';
const integrity = () => author.tryRun('integrity').printed;

/** Takes the drawings of a page to another: their addresses are for good as well. */
function carryDrawings(from: string, to: string): void {
  const drawing = /^<(Diagram|DiagramPair|DiagramSlider|Steps) [^>]*\/>$/gm;
  const drawings = [...author.read(from).matchAll(drawing)];
  const used = drawings.map(([, component]) => component!);
  const imports = /^import \{ (.*) \} from/m;
  const known = imports.exec(author.read(to))![1]!.split(', ');
  author.edit(to, imports, `import { ${[...new Set([...known, ...used])].join(', ')} } from`);
  author.append(to, drawings.map(([tag]) => `\n${tag}\n`).join(''));
}

/** Drops the blocks of commands that a page shows. */
function dropCommands(from: string): void {
  for (const [, id] of author.read(from).matchAll(/<Recorded id="([^"]+)" \/>/g))
    author.edit('content/commands/blocks.yml', new RegExp(`^- id: ${id!}\\n(?:(?: .*)?\\n)*`, 'm'), '');
}

/** Retires the sources, terms and figures that nothing uses any more, which may leave others unused in turn. */
function retireUnused(note: string): void {
  for (let again = true; again;) {
    again = false;
    for (const [, collection, id] of integrity().matchAll(/data\/(\w+)\.yml:\d+ {2}\w+ "([^"]+)" is (?:cited|used)/g)) {
      author.edit(`content/data/${collection!}.yml`, new RegExp(`^- id: ${id!}\\n(?: .*\\n)*`, 'm'), '');
      author.redirect(`from: '/reference/${collection!}/#${id!}', to: null, why: retired, ${note}`);
      again = true;
    }
  }
}

test('each recipe has a test here', () => {
  const recipes = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  expect(recipes.filter((title) => /^(?:Add|Move|Fix)/.test(title!))).toEqual([
    'Add a page',
    'Move, merge or retire a page or a section',
    'Add a path',
    'Add a term',
    'Add a source',
    'Add a figure',
    'Add a diagram',
    'Add a lab',
    'Add or change commands of "See for yourself"',
    'Add a question, a misconception, a symptom',
    'Add a quiz question',
    'Fix a search result',
  ]);
});

test('move a page', () => {
  author.run('page:move', '/traits/operations/', '/traits/running/');
  commitAll(root, 'move');
});

test('add a page', () => {
  author.write(page, author.read('content/docs/_template.mdx').replace(/^title: .*$/m, 'title: A page by the recipe'));
  author.edit(navigation, '- /teach/linking/', '- /teach/linking/\n    - /teach/recipe/');
  author.append(shortLinks, "- { word: recipe, to: /teach/recipe/, since: '2026-11-28' }\n");
  author.append('content/docs/teach/index.mdx', '\n[A page by the recipe](/teach/recipe/)\n');
  expect(integrity()).toContain(fine);
});

test('merge a page into another', () => {
  const [from, into] = ['/hybrids/windows-containers/', '/hybrids/hpc-containers/'];
  const [old, target] = [from, into].map((address) => `content/docs${address.slice(0, -1)}.mdx`) as [string, string];
  const kept = new Set([...author.read(target).matchAll(/\{#([^}]+)\}$/gm)].map(([, id]) => id));
  // What both pages have is one section from now on; of the others the author keeps the id, and says where the rest stands.
  const sections = [...author.read(old).matchAll(/^#{2,4} .*\{#([^}]+)\}$/gm)].filter(([, id]) => !kept.has(id));
  const body = sections.map(([heading]) => `\n${heading}\n\nThis stands above.\n`).join('');
  author.append(target, `\n## What was the other page {#merged}\n${body}`);
  carryDrawings(old, target);
  dropCommands(old);
  author.remove(old);
  author.edit(navigation, `    - ${from}\n`, '');
  author.relinkAll(from, into);
  author.redirect(`from: ${from}, to: ${into}, why: merged`);
  retireUnused(`note: 'See [the other page](${into}).'`);
  expect(integrity()).toContain(fine);
});

test('retire a page, and what only it used', () => {
  const [gone, instead] = ['/hybrids/vms-on-kubernetes/', '/hybrids/containers-in-vms/'];
  const note = `note: 'Nobody asks any more. Read [about containers in VMs](${instead}).'`;
  const short = new RegExp(`- \\{ word: ([a-z-]+), to: ${gone}.*\n`).exec(author.read(shortLinks))!;
  author.edit(shortLinks, short[0], '');
  carryDrawings(`content/docs${gone.slice(0, -1)}.mdx`, `content/docs${instead.slice(0, -1)}.mdx`);
  dropCommands(`content/docs${gone.slice(0, -1)}.mdx`);
  author.remove(`content/docs${gone.slice(0, -1)}.mdx`);
  author.edit(navigation, `    - ${gone}\n`, '');
  author.relinkAll(gone, instead, 'without anchors');
  author.redirect(`from: ${gone}, to: null, why: retired, ${note}`);
  author.redirect(`from: /go/${short[1]!}/, to: null, why: retired, ${note}`);
  retireUnused(note);
  expect(integrity()).toContain(fine);
});

test('move a section', () => {
  const file = 'content/docs/traits/lifecycle-and-state.mdx';
  const [, id] = /\{#([a-z-]+)\}/.exec(author.read(file))!;
  author.edit(file, `{#${id!}}`, '{#renamed-by-the-recipe}');
  const [from, to] = [id!, 'renamed-by-the-recipe'].map((one) => `/traits/lifecycle-and-state/#${one}`);
  author.relinkAll(from!, to!);
  author.redirect(`from: '${from!}', to: '${to!}', why: moved`);
  expect(integrity()).toContain(fine);
});

test('add a path', () => {
  author.append(
    'content/data/paths.yml',
    `
- id: recipe
  name: A path by the recipe
  purpose: For somebody who wants to see that the recipe works.
  steps:
    - { page: /concepts/containers/, minutes: 5 }
    - { page: /traits/isolation/, minutes: 7 }
    - { page: /traits/networking/, minutes: 7 }
  after: /use-cases/choose/
`,
  );
  author.write(
    'content/docs/paths/recipe.mdx',
    author
      .read('content/docs/paths/laptop.mdx')
      .replace(/^title: .*$/m, 'title: A path by the recipe')
      .replace(
        /^description: .*$/m,
        'description: Three pages in an order of their own, for somebody who wants to see that the recipe works.',
      )
      .replace(/id="laptop"/g, 'id="recipe"'),
  );
  author.edit(navigation, '- /paths/lesson/', '- /paths/lesson/\n    - /paths/recipe/');
  author.append(shortLinks, "- { word: recipe-path, to: /paths/recipe/, since: '2026-11-28' }\n");
  expect(integrity()).toContain(fine);
});

test('add a term, a source and a figure, and use them', () => {
  author.append(
    'content/data/glossary.yml',
    `- id: recipe
  term: 'Zzz recipe'
  short: 'A recipe is a list of steps.'
  not: 'A recipe is not a meal.'
  page: /teach/recipe/
`,
  );
  author.append(
    'content/data/sources.yml',
    `- id: recipe-source
  title: A book of recipes
  authors: A. Cook
  year: 2026
  url: https://example.org/
  kind: book
  read: 2026-11-01
`,
  );
  author.append(
    'content/data/numbers.yml',
    `- id: recipe-figure
  trait: operations
  value: '7'
  unit: ms
  what: time that a recipe takes
  conditions: One cook.
  limits: It says nothing of two cooks.
  source: recipe-source
  year: 2026
  read: '2026-11-01'
  reviewBy: '2026-11-02'
`,
  );
  author.edit(page, 'import { Cite, Diagram, Term }', 'import { Cite, Diagram, Number, Term }');
  author.append(
    page,
    '\nA <Term id="recipe">recipe</Term> took <Number id="recipe-figure" /> in 2026. <Cite id="recipe-source" />\n',
  );
  expect(integrity()).toContain(fine);
});

test('add a diagram', () => {
  author.write('content/diagrams/recipe.mmd', author.read('content/diagrams/base-image-contents.mmd'));
  author.run('diagrams', 'recipe');
  author.edit(page, '<Diagram id="stack-containers" />', '<Diagram id="recipe" />');
  expect(integrity()).toContain(fine);
});

test('add commands of "See for yourself"', () => {
  author.edit(page, '{#see-for-yourself}\n', '{#see-for-yourself}\n\n```console\n$ kubectl get nodes\n```\n');
  expect(integrity()).toContain('nothing says what these commands print');
  author.edit(page, '$ kubectl get nodes\n```\n', '$ kubectl get nodes\n```\n\n<Recorded id="recipe" />\n');
  author.edit(page, 'import { Cite, Diagram,', 'import { Cite, Diagram, Recorded,');
  author.append('content/commands/blocks.yml', '\n- id: recipe\n  notRun: cluster\n');
  expect(integrity()).toContain('cites who says what it prints');
  author.edit(
    page,
    '<Recorded id="recipe" />\n',
    '<Recorded id="recipe" />\n\nIt lists the nodes. <Cite id="docker-overview" />\n',
  );
  expect(integrity()).toContain(fine);
});

test('add a lab', () => {
  author.write(
    'content/labs/recipe.yml',
    `id: recipe
title: A recipe
question: Which kernel answers?
minutes: 5
proves: [/teach/recipe/]
lies: [It is emulated.]
steps:
  - { id: recipe-step, title: Ask, run: uname -r, expect: ['^6'] }
`,
  );
  expect(author.run('labs:record', 'recipe')).toContain('content/labs/recordings/recipe.json: 1 steps');
  const text = author
    .read('content/docs/labs/whose-kernel.mdx')
    .replace(/^title: .*$/m, 'title: A lab by the recipe')
    .replace(
      /^description: .*$/m,
      'description: One step that asks a kernel for its name, to see that the recipe for a lab works from end to end.',
    );
  author.write(
    'content/docs/labs/recipe.mdx',
    text.replace(/(import [^\n]*\n)[\s\S]*/, '$1\nOne kernel answers.\n\n<Lab id="recipe" />\n'),
  );
  author.edit(navigation, '- /labs/whose-kernel/', '- /labs/whose-kernel/\n    - /labs/recipe/');
  author.append(shortLinks, "- { word: recipe-lab, to: /labs/recipe/, since: '2026-11-28' }\n");
  expect(integrity()).toContain(fine);
});

test('add a question, a misconception, a symptom', () => {
  const answer = 'It is a list of steps, '.repeat(10);
  author.append(
    'content/data/questions.yml',
    `- id: q-recipe
  question: What is a recipe?
  group: Containers and operating systems
  seen: here
  answer: ${answer}and no more.
  page: /teach/recipe/
`,
  );
  author.append(
    'content/data/misconceptions.yml',
    `- id: m-recipe
  claim: A recipe is a meal.
  why: It smells of one.
  truth: It is a list of steps.
  page: /teach/recipe/
`,
  );
  author.append(
    'content/data/symptoms.yml',
    `- id: s-recipe
  group: Architecture, libraries and images
  message: 'recipe not found'
  where: A kitchen.
  meaning: There is none.
  do: Write one.
  page: /teach/recipe/
`,
  );
  expect(integrity()).toContain(fine);
});

test('add a quiz question', () => {
  author.append(
    'content/data/quiz.yml',
    `- id: quiz-recipe
  page: /concepts/containers/
  goal: Follow a recipe.
  difficulty: 1
  ask: What does somebody do who follows this recipe to its end?
  right: Writes one entry into one file
  wrong:
    - { text: 'Writes a page for the question', shows: m-base-image-is-os }
    - { text: 'Edits eight files for courses' }
  feedback: The pages and the files for courses are made from the entry.
`,
  );
  expect(integrity()).toContain(fine);
});

// Generous: a build and other tests are in it.
test('after all of them the built site keeps every address, and its tests pass', () => {
  buildSite({ root });
  commitAll(root, 'recipes');
  author.run('links:accept');
  expect(author.read('content/data/published.txt')).toContain('\n/teach/recipe/\n');
  // links.json lists what the registry holds, as the next build does.
  buildSite({ root });
  expect(author.run('links:verify')).toContain('Every address works');
  // A figure past its review date, which the site itself has none of at most times.
  expect(shownFigures(author.read('dist/teach/recipe/index.html'))).toEqual([{ id: 'recipe-figure', marked: true }]);
  const tests = ['links', 'site', 'head', 'markdown'].map((name) => `tests/build/${name}.test.ts`);
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['vitest', 'run', '--config', 'tests/vitest.config.ts', ...tests],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  expect(status, stdout + stderr).toBe(0);
}, 600_000);
