import postcss, { type Rule } from 'postcss';

const themed = /\[data-theme=(['"]?)(light|dark)\1\]/;

/** Rewrites a selector for a chosen theme as one for a page whose theme no script has set. */
const unset = (selector: string) =>
  selector.replace(/(?::root|html)?\[data-theme=(['"]?)\w+\1\]/, ':root:not([data-theme])');

/**
 * Duplicates each theme rule so that it follows the system theme where there is no JavaScript. Starlight sets the theme by script, and without one
 * shows every page in the dark theme.
 * @param css a style sheet whose rules select the theme by `[data-theme=…]`
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

/** Removes the theme attribute from a page, so that style sheets can detect whether a script has set one. */
export const withoutTheme = (html: string) => html.replace(/(<html\b[^>]*?) data-theme="\w+"/, '$1');
