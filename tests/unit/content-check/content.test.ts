import { readNavigation } from '#model/navigation.ts';
import { describe, expect, test } from 'vitest';
import { checkContent } from '#features/content-check/rules.ts';
import { loadSite } from '#model/load.ts';
import { formatProblems } from '#shared/problem.ts';

/** The problems of one fixture, whose sidebar lists the pages of `sidebar`. */
function problemsOf(fixture: string, sidebar = ['/a/']): string {
  const site = loadSite(`tests/fixtures/content/${fixture}`, { sidebar, today: '2026-11-25' });
  return formatProblems(checkContent(site));
}

test('sound content has no problem', () => {
  expect(problemsOf('sound')).toBe('0 problems');
});

describe('content that is not sound is told with file, line, what is wrong and what to do', () => {
  test.each([
    ['unknown-term', 'content/docs/a.mdx:11  unknown Term id "cgruop"', 'The nearest known ids are cgroup.'],
    ['unknown-source', 'content/docs/a.mdx:11  unknown Cite id "kernel-doc"', 'The nearest known ids are kernel-docs.'],
    ['unknown-number', 'content/docs/a.mdx:11  unknown Number id "boot-tme"', 'The nearest known ids are boot-time.'],
    ['unknown-trait', 'content/docs/a.mdx:11  unknown TraitFacts id "isolation"', 'There are no known ids yet.'],
    ['unknown-diagram', 'content/docs/a.mdx:11  unknown diagram "stak"', 'The nearest known ids are stack.'],
    ['unknown-source-in-data', 'content/data/glossary.yml:1  unknown sources id in "cgroup" "kernel"', 'kernel-docs'],
    ['duplicate-id', 'content/data/glossary.yml:7  id "cgroup" is used twice, first on line 1', 'another id'],
    ['unknown-key', 'content/docs/a.mdx:2  unknown front matter key "titel"', 'The nearest known ids are title'],
    [
      'missing-description',
      'content/docs/a.mdx:1  front matter "description"',
      'Every page has a title and a description',
    ],
    ['heading-without-id', 'content/docs/a.mdx:11  heading "No id here" has no id', '## No id here {#some-id}'],
    ['heading-id-twice', 'content/docs/a.mdx:11  heading id "how-it-works" is used twice', 'rename the newer one'],
    ['dead-link', 'content/docs/a.mdx:11  link to /b/: there is no page /b/', 'The nearest known ids are'],
    ['dead-link', 'link to /a: there is no page /a', 'Write /a/ with a slash at its end.'],
    ['dead-fragment', 'content/docs/a.mdx:11  link to /a/#how-it-work: /a/ has no anchor #how-it-work', 'how-it-works'],
    ['same-title', 'content/docs/b.mdx:2  title "A page" is also that of content/docs/a.mdx', 'its own title'],
    ['figure-without-source', 'content/docs/a.mdx:11  the figure "125 ms" has no source', 'content/data/numbers.yml'],
    ['table-without-caption', 'content/docs/a.mdx:12  the table has no caption', '**What it shows**'],
    ['table-without-caption', 'content/docs/a.mdx:24  the table has no caption', '2 problems'],
    ['unused-source', 'content/data/sources.yml:8  source "other-docs" is cited nowhere', '<Cite id="other-docs" />'],
    ['unused-term', 'content/data/glossary.yml:7  term "namespace" is used on no page', '<Term id="namespace">'],
    ['term-twice', '"cgroups" is defined twice, by "cgroup" and by "cg"', 'Keep the name with one'],
    ['term-twice', '"controllers" is defined twice, by "cgroup" and by "cg"', 'Keep the name with one'],
    ['bad-entry', 'content/data/numbers.yml:2  entry "boot-time": value:', 'src/model/schemas/'],
    ['bad-yaml', 'content/data/sources.yml:1  not valid YAML', 'Quote strings'],
    [
      'path-to-nowhere',
      'content/data/paths.yml:1  path "short-way" leads to /aa/, and there is no such page',
      'The nearest known ids are /a/',
    ],
    ['path-to-nowhere', 'path "short-way" leads to /a/#how-it-work, and there is no such section', 'how-it-works'],
    ['path-to-nowhere', 'path "short-way" leads to /c/, and there is no such page', 'The nearest known ids are /a/'],
    ['path-to-nowhere', 'path "short-way" comes to /a/ twice', 'Keep one of the two steps.'],
    ['path-to-nowhere', 'path "short-way" has no page of its own', 'content/docs/paths/short-way.mdx'],
    ['question-without-page', 'content/data/questions.yml:1  entry "q-why": page:', 'src/model/schemas/'],
  ])('%s', (fixture, problem, fix) => {
    const told = problemsOf(fixture);
    expect(told).toContain(problem);
    expect(told).toContain(fix);
  });

  test('a page that the sidebar lacks', () => {
    expect(problemsOf('missing-from-sidebar')).toContain('content/docs/b.mdx  /b/ is missing from the sidebar');
  });

  test('a sidebar entry without a page, and one that stands twice', () => {
    const told = problemsOf('sound', ['/a/', '/a/', '/c/']);
    expect(told).toContain('content/data/navigation.yml  /a/ is listed twice');
    expect(told).toContain('content/data/navigation.yml  /c/ is listed but there is no such page');
  });
});

test('an order of the pages that is none is told with file, entry and form', () => {
  expect(() => readNavigation([{ label: 'Start', pages: ['start/'] }])).toThrow(
    /content\/data\/navigation\.yml {2}entry 0\.pages\.0[^]*\/section\/page\//,
  );
  expect(readNavigation([{ label: 'A', pages: ['/a/', { address: '/b/', label: 'B' }] }])).toEqual([
    { label: 'A', addresses: ['/a/', '/b/'], labels: new Map([['/b/', 'B']]) },
  ]);
});
