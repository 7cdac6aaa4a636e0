import { describe, expect, test } from 'vitest';
import { inlineHtml, plainText } from '#shared/inline-markdown.ts';

describe('inline Markdown in data', () => {
  test('links get the sub-path', () =>
    expect(inlineHtml('[a](/b/) `c`', '/s/')).toBe('<a href="/s/b/">a</a> <code>c</code>'));
  test('long code may break, and what it holds is shown', () =>
    expect(inlineHtml('`docker run --rm <image> sh`', '/')).toBe(
      '<code class="long">docker run <span>--rm</span> &lt;image&gt; sh</code>',
    ));
  test('quotes are set as in the prose, but not in code and not in what a program printed', () => {
    expect(inlineHtml('Docker\'s "engine" and `"x"`', '/')).toBe(
      'Docker&#8217;s &#8220;engine&#8221; and <code>&quot;x&quot;</code>',
    );
    expect(inlineHtml('the "linux" image', '/', true)).toBe('the &quot;linux&quot; image');
  });
  test('HTML is shown and not run', () => expect(inlineHtml('<b>x</b>', '/')).toBe('&lt;b&gt;x&lt;/b&gt;'));
  test.each([
    ['[a](/b/) `c` *d* **[e](/f/)**', 'a c d e'],
    ['`kill -9 *` and `<image>`', 'kill -9 * and <image>'],
    ['CAP_SYS_ADMIN, 2 * 3, \\*, <b>', 'CAP_SYS_ADMIN, 2 * 3, *, <b>'],
    ['don\'t & "do"', 'don\'t & "do"'],
  ])('as plain text %s is %s', (markdown, plain) => expect(plainText(markdown)).toBe(plain));
});
