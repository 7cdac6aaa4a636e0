import { expect, test } from 'vitest';
import { unmarkedClaims } from '../../support/unmarked-claims.ts';

test('a claim that stands once without its verdict is found', () => {
  const claims = ['Pigs fly.', 'Cows fly.'];
  const find = (text: string) => unmarkedClaims(text, claims, ['False:', 'Half true:']);
  expect(find('False: “Pigs fly.” Half true: “Cows fly.”')).toEqual([]);
  expect(find('False: “Pigs fly.” Then: “Pigs fly.”')).toEqual(['Pigs fly.']);
  expect(find('Cows\nfly.')).toEqual(['Cows fly.']);
  expect(find('Nothing of the kind.')).toEqual([]);
});
