import { expect, test } from 'vitest';
import { nearest } from '#shared/suggest.ts';

test('the nearest ids are those with the fewest slips', () => {
  expect(nearest('cgruop', ['kernel', 'cgroup', 'group'], 2)).toEqual(['cgroup', 'group']);
});
