import { crossingWords, cutWords, missingNames, headingsAndRows } from './support/paper.ts';
import { expect, test } from './support/test.ts';

test('a table that reaches beyond the sheet is told', async ({ engine }) => {
  await engine.open('/systems/');
  await engine.run(() => {
    document.querySelector('table')!.style.cssText = 'position:relative;left:-600px;width:700px';
  });
  const pdf = await engine.pdf();
  const found = [...cutWords(pdf), ...missingNames(pdf, await engine.run(headingsAndRows))].join('\n');
  expect(found).toMatch(/sheet \d+: ".+" from|no "/);
});

test('a column that lies over the next is told', async ({ engine }) => {
  await engine.open('/systems/');
  await engine.run(() => {
    for (const cell of document.querySelectorAll<HTMLElement>('table tr > :first-child'))
      cell.style.cssText = 'position:relative;left:90px';
  });
  expect(crossingWords(await engine.pdf()).join('\n')).toMatch(/sheet \d+: ".+" and ".+" cross/);
});
