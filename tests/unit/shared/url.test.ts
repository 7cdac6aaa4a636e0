import { expect, test } from 'vitest';
import { withBase } from '#shared/url.ts';

test('a sub-path goes before internal addresses and before nothing else', () => {
  expect(withBase('/traits/', '/site/')).toBe('/site/traits/');
  expect(withBase('/traits/', '/')).toBe('/traits/');
  expect(withBase('https://example.org/', '/site/')).toBe('https://example.org/');
  expect(withBase('//example.org/', '/site/')).toBe('//example.org/');
  expect(withBase('#here', '/site/')).toBe('#here');
});
