import { expect, test } from 'vitest';
import { dropOverridden, dropUnread } from '#features/optimise/overridden.ts';

test('a variable that a layer sets in vain goes, in either theme, and the rule with the last of them', () => {
  const css =
    '@layer a{@media print{:root{--x:0}}:root,::backdrop{--x:1;--y:1}:root[data-theme=light],[data-theme=light] ::backdrop{--x:2}}:root{--x:3}';
  expect(dropOverridden(css)).toBe('@layer a{@media print{}:root,::backdrop{--y:1}}:root{--x:3}');
});

test('what the site sets only for one theme, on paper or on a part of the page overrides nothing', () => {
  for (const own of [':root[data-theme=light]{--x:3}', '@media print{:root{--x:3}}', '.a{--x:3}']) {
    const css = `@layer a{:root{--x:1}}${own}`;
    expect(dropOverridden(css)).toBe(css);
  }
});

test('what a layer sets on a part of the page, and what is no variable, stays', () => {
  const css = '@layer a{.b{--x:1}:root{color:red}}:root{--x:3;color:blue}';
  expect(dropOverridden(css)).toBe(css);
});

test("Starlight's tick goes, and only from its layer", () => {
  const rule = ".isMobile a[aria-current='true']::after{mask-image:url(data:x)}";
  expect(dropOverridden(`@layer a{${rule}}${rule}`)).toBe(`@layer a{}${rule}`);
});

test("Starlight's rules for what folds out go, and no other of a rule that has more", () => {
  const fold = '.sl-markdown-content summary:not(:where(.not-content *))::before{mask-image:url(data:x)}';
  expect(dropOverridden(`@layer a{${fold}}${fold}`)).toBe(`@layer a{}${fold}`);
  const more = '@layer a{.sl-markdown-content details,.sl-markdown-content p{margin:0}}';
  expect(dropOverridden(more)).toBe(more);
});

test('a variable that nothing reads goes, and what only it read; one that a page or a script names stays', () => {
  const css = ':root{--a:1;--b:var(--a);--c:2;--d:3}@media print{:root{--b:4}}p{width:var( --c)}';
  expect(dropUnread(css, (name) => name === '--d')).toBe(':root{--c:2;--d:3}@media print{}p{width:var( --c)}');
  expect(dropUnread(css, (name) => name !== '--c')).toBe(css);
});
