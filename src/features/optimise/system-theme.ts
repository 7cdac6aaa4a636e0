import postcss, { type Rule } from 'postcss';

const themed = /\[data-theme=(['"]?)(light|dark)\1\]/;

/** A selector for the theme that a reader chose, as one for a page whose theme no script has set. */
const unset = (selector: string) =>
  selector.replace(/(?::root|html)?\[data-theme=(['"]?)\w+\1\]/, ':root:not([data-theme])');

/**
 * Repeats each rule for a theme as one that follows the reader's system where no script runs.
 * Starlight chooses the theme by script, and without one shows every page dark.
 * @param css a style sheet whose rules name the theme by `[data-theme=…]`
 */
export function followSystem(css: string): string {
  const sheet = postcss.parse(css);
  const rules: Rule[] = [];
  sheet.walkRules((rule) => void (themed.test(rule.selector) && rules.push(rule)));
  for (const rule of rules.toReversed()) {
    for (const theme of ['light', 'dark']) {
      const selectors = rule.selectors.filter((selector) => themed.exec(selector)?.[2] === theme).map(unset);
      if (selectors.length === 0) continue;
      const media = postcss.atRule({ name: 'media', params: `(prefers-color-scheme:${theme})`, nodes: [] });
      media.append(rule.clone({ selectors }));
      rule.after(media);
    }
  }
  return sheet.toString();
}

/** A page that names no theme, so that the style sheet can tell whether a script has set one. */
export const withoutTheme = (html: string) => html.replace(/(<html\b[^>]*?) data-theme="\w+"/, '$1');
