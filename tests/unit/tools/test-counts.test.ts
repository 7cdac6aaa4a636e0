import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from '../../../tools/test-counts.ts';

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
