import { describe, expect, test } from 'vitest';
import { readPalette } from '#features/diagrams/palette.ts';
import { embedStyle } from '#features/diagrams/embed.ts';

const dark = ':root { --dg-page: #111; --dg-text: #eee; }';
const light = ':root[data-theme="light"] { --dg-page: #fff; --dg-text: #000; }';

describe('the palette of the drawings', () => {
  test('is read from the style sheet, whatever its quotes and order', () => {
    const palette = readPalette(
      `/* [data-theme='light'] */ ${light} ${dark} @media print { :root { --dg-page: red } }`,
    );
    expect(palette.dark.get('--dg-page')).toBe('#111');
    expect(palette.light.get('--dg-text')).toBe('#000');
  });

  test('of a style sheet without a rule for a theme is told by file and rule', () => {
    expect(() => readPalette(dark)).toThrow(
      "src/features/diagrams/diagrams.css has no colours for the light theme. Write them in a rule for :root[data-theme='light']",
    );
    expect(() => readPalette(light)).toThrow('no colours for the dark theme. Write them in a rule for :root,');
  });

  test('with a colour in one theme only is told by its name', () => {
    expect(() => readPalette(`${dark} ${light.replace('--dg-text', '--dg-word')}`)).toThrow(
      'src/features/diagrams/diagrams.css has --dg-word for the light theme only. Add it to the rule of the dark one.',
    );
  });
});

test('a frame has the light palette, and the dark one where the system is dark', () => {
  const style = embedStyle();
  const { light, dark } = readPalette();
  const [first, rest] = style.split('@media(prefers-color-scheme:dark){');
  expect(first).toContain(`--dg-page:${light.get('--dg-page')};`);
  expect(rest).toContain(`:root{--dg-text:${dark.get('--dg-text')};`);
});
