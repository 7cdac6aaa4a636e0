import { describe, expect, test } from 'vitest';
import { citedSources } from '#model/citations.ts';
import { addressOf, parsePage } from '#model/page.ts';
import { figure, isStale } from '#model/numbers.ts';
import { inlineHtml, plainText } from '#shared/inline-markdown.ts';
import { backlinksTo } from '#model/backlinks.ts';
import { nearest } from '#shared/suggest.ts';
import { countPlaywright, countVitest } from '../../tools/test-counts.ts';
import { withBase } from '#shared/url.ts';

describe('addresses', () => {
  test.each([
    ['content/docs/index.mdx', '/'],
    ['content/docs/traits/index.mdx', '/traits/'],
    ['content/docs/traits/isolation.mdx', '/traits/isolation/'],
  ])('%s is at %s', (file, address) => expect(addressOf(file)).toBe(address));

  test('a sub-path goes before internal addresses and before nothing else', () => {
    expect(withBase('/traits/', '/site/')).toBe('/site/traits/');
    expect(withBase('/traits/', '/')).toBe('/traits/');
    expect(withBase('https://example.org/', '/site/')).toBe('https://example.org/');
    expect(withBase('//example.org/', '/site/')).toBe('//example.org/');
    expect(withBase('#here', '/site/')).toBe('#here');
  });
});

describe('a page taken apart', () => {
  const page = parsePage(
    'content/docs/a.mdx',
    [
      '---',
      'title: T',
      '---',
      '## One `code` {#one}',
      '```sh',
      '## not a heading',
      '```',
      '`[no](/link/)` [yes](/link/)',
    ].join('\n'),
  );
  test('headings come with their id and line, and code has none', () => {
    expect(page.headings).toEqual([{ depth: 2, text: 'One `code`', id: 'one', line: 4 }]);
  });
  test('links in code are no links', () => expect(page.links).toEqual([{ href: '/link/', line: 8 }]));
});

describe('figures', () => {
  test('a unit is held to its figure by a no-break space', () => {
    expect(figure({ value: '76', unit: '%' })).toBe('76\u00a0%');
    expect(figure({ value: '8', unit: '' })).toBe('8');
  });
  test('a figure is stale from the day after its review date', () => {
    expect(isStale({ reviewBy: '2026-11-25' }, '2026-11-25T10:00:00Z')).toBe(false);
    expect(isStale({ reviewBy: '2026-11-25' }, '2026-11-26')).toBe(true);
  });
});

test('sources are counted in order of first mention, and a figure mentions its source', () => {
  const body = '<Cite id="b" /> <Number id="n" /> <Cite id="b" /> <Cite id="c" />';
  expect(
    citedSources(body, {
      data: { numbers: [{ id: 'n', source: 'a' } as never], contexts: [] },
      choice: { choice: undefined },
    }),
  ).toEqual(['b', 'a', 'c']);
});

test('a page is told which questions, misconceptions and symptoms lead to it', () => {
  const entry = { also: [], sources: [], page: '/a/' };
  const leads = backlinksTo('/a/', {
    questions: [{ ...entry, id: 'q-1', question: 'Why?', group: '', seen: '', answer: '' }],
    misconceptions: [
      { ...entry, id: 'm-1', claim: 'So.', verdict: 'false', why: '', truth: '', page: '/b/', also: ['/a/#x'] },
    ],
    symptoms: [
      { ...entry, id: 's-1', group: 'G', message: 'Boom', words: [], where: '', meaning: '', do: '', page: '/b/' },
    ],
  });
  expect(leads.map(({ kind, href }) => [kind, href])).toEqual([
    ['question', '/reference/questions/#q-1'],
    ['misconception', '/reference/misconceptions/#m-1'],
  ]);
});

test('a page to which many lead names those that it explains first of all', () => {
  const question = { also: [], sources: [], question: 'Why?', group: '', seen: '', answer: '' };
  const questions = Array.from({ length: 11 }, (_, index) => ({
    ...question,
    id: `q-${index}`,
    page: index < 3 ? '/a/' : '/b/',
    also: ['/a/#x'],
  }));
  const leadsTo = (count: number) =>
    backlinksTo('/a/', { questions: questions.slice(0, count), misconceptions: [], symptoms: [] }).length;
  expect(leadsTo(10)).toBe(10);
  expect(leadsTo(11)).toBe(3);
});

describe('inline Markdown in data', () => {
  test('links get the sub-path', () =>
    expect(inlineHtml('[a](/b/) `c`', '/s/')).toBe('<a href="/s/b/">a</a> <code>c</code>'));
  test('long code may break, and what it holds is shown', () =>
    expect(inlineHtml('`docker run --rm <image> sh`', '/')).toBe(
      '<code class="long">docker run <span>--rm</span> &lt;image&gt; sh</code>',
    ));
  test('quotes are set as in the prose, but not in code and not in what a program printed', () => {
    expect(inlineHtml('Docker\'s "engine" and `"x"`', '/')).toBe(
      'Docker&#8217;s &#8220;engine&#8221; and <code>&quot;x&quot;</code>',
    );
    expect(inlineHtml('the "linux" image', '/', true)).toBe('the &quot;linux&quot; image');
  });
  test('HTML is shown and not run', () => expect(inlineHtml('<b>x</b>', '/')).toBe('&lt;b&gt;x&lt;/b&gt;'));
  test.each([
    ['[a](/b/) `c` *d* **[e](/f/)**', 'a c d e'],
    ['`kill -9 *` and `<image>`', 'kill -9 * and <image>'],
    ['CAP_SYS_ADMIN, 2 * 3, \\*, <b>', 'CAP_SYS_ADMIN, 2 * 3, *, <b>'],
    ['don\'t & "do"', 'don\'t & "do"'],
  ])('as plain text %s is %s', (markdown, plain) => expect(plainText(markdown)).toBe(plain));
});

test('the nearest ids are those with the fewest slips', () => {
  expect(nearest('cgruop', ['kernel', 'cgroup', 'group'], 2)).toEqual(['cgroup', 'group']);
});

test('counts are read from the reports, and tests that passed the second time or were not run are named as such', () => {
  expect(countVitest('{"numPassedTests":3,"numFailedTests":1,"numPendingTests":4}')).toEqual({
    passed: 3,
    failed: 1,
    flaky: 0,
    skipped: 4,
  });
  expect(countPlaywright('{"stats":{"expected":5,"unexpected":1,"flaky":2,"skipped":3}}')).toEqual({
    passed: 7,
    failed: 1,
    flaky: 2,
    skipped: 3,
  });
});
