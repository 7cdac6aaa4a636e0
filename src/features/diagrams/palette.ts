import { readFileSync } from 'node:fs';
import postcss, { type Rule } from 'postcss';
import { remember } from '#shared/remember.ts';

const file = 'src/features/diagrams/diagrams.css';

/** Colours of the drawings in both themes, by custom property: `--dg-page` and so on. */
export interface Palette {
  /** Values of the custom properties in the light theme. */
  light: ReadonlyMap<string, string>;
  /** Values of the custom properties in the dark theme. */
  dark: ReadonlyMap<string, string>;
}

const selectors = { dark: /^:root$/, light: /^:root\[data-theme=(['"]?)light\1\]$/ };

/**
 * Reads the palette from the style sheet of the pages.
 * @param css text of the style sheet; by default that of the project in the current folder
 * @throws if a theme has no rule, or does not have a colour that the other one has
 */
export const readPalette = (css = readFileSync(file, 'utf8')): Palette => parse(css);

const parse = remember((css): Palette => {
  const rules = postcss.parse(css, { from: file }).nodes.filter((node) => node.type === 'rule');
  const palette = { light: colours(rules, 'light'), dark: colours(rules, 'dark') };
  for (const [one, other] of [
    ['light', 'dark'],
    ['dark', 'light'],
  ] as const)
    for (const name of palette[one].keys())
      if (!palette[other].has(name))
        throw new Error(`${file} has ${name} for the ${one} theme only. Add it to the rule of the ${other} one.`);
  return palette;
});

function colours(rules: readonly Rule[], theme: keyof Palette): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const rule of rules.filter(({ selector }) => selectors[theme].test(selector)))
    rule.walkDecls(/^--dg-/, ({ prop, value }) => void found.set(prop, value));
  if (found.size > 0) return found;
  const selector = theme === 'dark' ? ':root' : ":root[data-theme='light']";
  throw new Error(`${file} has no colours for the ${theme} theme. Write them in a rule for ${selector}, in no layer.`);
}
