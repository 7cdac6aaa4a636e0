import { expect, test } from 'vitest';
import { problemsAfter, type FileChange } from '../../support/content-fixture.ts';

const replaces: FileChange = {
  file: 'content/docs/a.mdx',
  from: '<Diagram id="stack" />',
  to: '<Diagram id="stack" replaces="old-stack" />',
};
const deck = (containers: string): FileChange => ({
  file: 'content/data/decks.yml',
  is: `- id: a\n  containers: ${containers}\n`,
});

test('data that names a drawing which pages show in another form is told with the newer one', () =>
  expect(problemsAfter([replaces, deck('old-stack')])).toContain(
    'content/data/decks.yml:2  "old-stack" is a drawing that "stack" replaced\n    Show "stack"',
  ));

test.each([
  ['the newer drawing', [replaces, deck('stack')]],
  ['another drawing with a longer name', [replaces, deck('old-stack-two')]],
  ['a drawing that nothing replaces', [deck('old-stack')]],
])('%s is not told', (_, changes) => expect(problemsAfter(changes)).not.toContain('replaced'));
