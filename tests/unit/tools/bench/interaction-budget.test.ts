import { expect, test } from 'vitest';
import { interactionTable, slowInteractions } from '../../../../tools/bench/interaction-budget.ts';

const at = (milliseconds: number) => ({ name: 'Slider', address: '/a/', milliseconds });

test('an answer of 50 ms is fast enough, and a later one is told with its page', () => {
  expect(slowInteractions([at(50)])).toEqual([]);
  expect(slowInteractions([at(50), at(56)])).toEqual(['Slider on /a/: 56 ms, more than 50']);
});

test('the table has a row for each interaction', () =>
  expect(interactionTable([at(24)]).split('\n')).toEqual([
    '| Interaction | Page | Slowest answer, ms |',
    '| :-- | :-- | --: |',
    '| Slider | `/a/` | 24 |',
  ]));
