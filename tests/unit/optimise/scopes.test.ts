import { expect, test } from 'vitest';
import { shortenScopes } from '#features/optimise/scopes.ts';

const { css, html } = shortenScopes('.card:where(.astro-abcd1234){color:red}');

test('a scope that a rule names is short in the style sheet and in the page', () => {
  expect(css('.card:where(.astro-abcd1234){color:red}')).toBe('.card:where(.z0){color:red}');
  expect(html('<p class="card astro-abcd1234">x</p>')).toBe('<p class="card z0">x</p>');
});

test('a scope that no rule names goes, and so does the class attribute that it leaves empty', () => {
  expect(html('<p class="card astro-zzzz9999">x</p><b class="astro-zzzz9999">y</b>')).toBe(
    '<p class="card">x</p><b>y</b>',
  );
});

test('a class is found behind an attribute that holds a sign of a tag', () => {
  expect(html('<img alt="a > b" class="astro-abcd1234">')).toBe('<img alt="a > b" class="z0">');
});

test.each([
  '<a href="https://github.com/withastro/astro-compiler">the astro-compiler repository</a>',
  '<code>&lt;div class=""&gt;</code>',
  '<script>at.innerHTML = `<i class="astro-zzzz9999">`</script>',
])('what an author wrote stays as it is: %s', (page) => expect(html(page)).toBe(page));
