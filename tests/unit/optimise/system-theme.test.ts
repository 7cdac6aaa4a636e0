import { expect, test } from 'vitest';
import { followSystem, withoutTheme } from '#features/optimise/system-theme.ts';

test('a rule for a theme is repeated for pages whose theme no script has set, right behind it', () => {
  expect(followSystem(":root[data-theme='light']{--page:#fff}a{color:red}")).toBe(
    ":root[data-theme='light']{--page:#fff}@media (prefers-color-scheme:light){:root:not([data-theme]){--page:#fff}}a{color:red}",
  );
});

test('a rule for both themes, also within a layer, is repeated for each', () => {
  const made = followSystem('@layer a{[data-theme=light] .x,[data-theme=dark] .y{display:none}}');
  expect(made).toContain('@media (prefers-color-scheme:light){:root:not([data-theme]) .x{display:none}}');
  expect(made).toContain('@media (prefers-color-scheme:dark){:root:not([data-theme]) .y{display:none}}');
});

test('other rules stay as they are, and a page loses its theme only', () => {
  expect(followSystem(':root[data-theme]{color:red}')).toBe(':root[data-theme]{color:red}');
  expect(withoutTheme('<html lang="en" data-theme="dark" data-has-sidebar>')).toBe('<html lang="en" data-has-sidebar>');
});
