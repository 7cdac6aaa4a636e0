import { expect, test } from 'vitest';
import { shrinkStyles } from '#features/optimise/styles.ts';
import { pageTokens } from '#features/optimise/tokens.ts';

test('class names with a colon keep their rules, and rules that nothing names go', async () => {
  const tokens = new Set<string>();
  pageTokens(tokens)('<div class="sl-hidden md:sl-flex" data-theme="dark"><a href="/gone">x</a></div>');
  const css = '.sl-hidden{display:none}.md\\:sl-flex{display:flex}.gone{color:red}a{color:blue}';
  const shrunk = await shrinkStyles(css, tokens);
  expect(shrunk).toContain('.md\\:sl-flex{display:flex}');
  expect(shrunk).not.toContain('.gone');
});

test('an element that post-processing adds keeps its rules, although no page has it yet', async () => {
  expect(await shrinkStyles('bdi{white-space:nowrap}b{color:red}', new Set(['html']))).toBe('bdi{white-space:nowrap}');
});

test('a class behind an attribute that holds a sign of a tag keeps its rules', async () => {
  const tokens = new Set<string>();
  pageTokens(tokens)('<img alt="a > b" class="kept">');
  expect(await shrinkStyles('.kept{color:red}', tokens)).toBe('.kept{color:red}');
});
