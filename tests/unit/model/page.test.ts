import { describe, expect, test } from 'vitest';
import { addressOf, parsePage } from '#model/page.ts';

test.each([
  ['content/docs/index.mdx', '/'],
  ['content/docs/traits/index.mdx', '/traits/'],
  ['content/docs/traits/isolation.mdx', '/traits/isolation/'],
])('%s is at %s', (file, address) => expect(addressOf(file)).toBe(address));

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
