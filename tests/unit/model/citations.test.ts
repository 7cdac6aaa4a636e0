import { expect, test } from 'vitest';
import { citedSources } from '#model/citations.ts';

test('sources are counted in order of first mention, and a figure mentions its source', () => {
  const body = '<Cite id="b" /> <Number id="n" /> <Cite id="b" /> <Cite id="c" />';
  expect(
    citedSources(body, {
      data: { numbers: [{ id: 'n', source: 'a' } as never], contexts: [] },
      choice: { choice: undefined },
    }),
  ).toEqual(['b', 'a', 'c']);
});
