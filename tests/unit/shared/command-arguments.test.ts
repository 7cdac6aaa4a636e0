import { expect, test } from 'vitest';
import { parseArguments } from '#shared/command-arguments.ts';

test('options and other arguments are told apart, in any order', () => {
  const { options, words } = parseArguments(['a', '--force', 'b'], ['force', 'check'], 2);
  expect([[...options], words]).toEqual([['force'], ['a', 'b']]);
});

test.each([
  ['an unknown option', ['--chek'], "Unknown option '--chek'"],
  ['a value for an option', ['--check=no'], 'does not take an argument'],
  ['an argument too many', ['a', 'b', 'c'], "Unexpected argument 'c'."],
])('%s is refused', (_, args, reason) => expect(() => parseArguments(args, ['check'], 2)).toThrow(reason));
