import { expect, test } from 'vitest';
import { markdownOf } from '#features/exports/markdown/from-html.ts';

const page = (content: string) =>
  markdownOf(
    `<html><body><nav>Menu</nav><div class="sl-markdown-content">${content}</div></body></html>`,
    'https://example.org',
  );

test('a heading keeps its address, and loses the sign that links to it', () => {
  expect(page('<h2 id="one">One</h2><a class="copy-link" href="#one"></a>')).toBe('## One <a id="one"></a>\n');
});

test('links lead to the site from anywhere, with the sub-path that they have on the page', () => {
  expect(page('<p><a href="/sub/traits/">Traits</a></p>')).toBe('[Traits](https://example.org/sub/traits/)\n');
});

test('a drawing becomes its description and its caption', () => {
  const svg = '<svg><title>T</title><desc>A box on a box.</desc><text>Box</text></svg>';
  expect(page(`<figure data-diagram="a">${svg}<figcaption>Look.</figcaption></figure>`)).toBe(
    '*Diagram.* A box on a box. Look.\n',
  );
});

test('a figure brings its conditions along, a term does not bring its definition', () => {
  const tip = (inner: string, text: string) =>
    `<span><a href="/r/#x">${inner}</a><span role="tooltip" hidden><span hidden>&nbsp;(</span><span id="t">${text}</span><span hidden>)</span></span></span>`;
  expect(
    page(
      `<p>${tip('<span data-number="x">76</span>', 'of a cold start, 2016.')} and ${tip('kernel', 'The core.')}.</p>`,
    ),
  ).toBe('[76](https://example.org/r/#x) (of a cold start, 2016) and [kernel](https://example.org/r/#x).\n');
});

test('a source is a number in brackets', () => {
  expect(page('<p>So it is.<a class="cite" href="#ref-3">3</a></p>')).toBe('So it is. \\[3]\n');
});

test('lines of a table cell do not run together', () => {
  expect(
    page('<table><thead><tr><th>A</th></tr></thead><tbody><tr><td><p>One</p><p>Two</p></td></tr></tbody></table>'),
  ).toContain('| One Two |');
});

test('a block in a table cell stands apart from the words beside it, and a link does not', () => {
  const cell = (html: string) =>
    page(`<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>${html}</td></tr></tbody></table>`);
  expect(cell('<b>One</b><p>Two</p>Three')).toContain('| **One** Two Three |');
  expect(cell('(<b>One</b>’s, <b>Two</b>)')).toContain('| (**One**’s, **Two**) |');
});

test('behaviour and decoration leave nothing behind', () => {
  expect(page('<p>Text</p><button>Copy</button><script>x()</script><p data-markdown="skip">No</p>')).toBe('Text\n');
});

test('a page without content is an error that names what is missing', () => {
  expect(() => markdownOf('<p>bare</p>', '')).toThrow('there is no .sl-markdown-content on the page');
});
