import postcss, { type Container, type Rule } from 'postcss';

/** The style sheet of the site in the parts in which a browser gets it. */
export interface SplitStyles {
  /** In the pages: what paints the first screen, and what only few of them use. */
  first: string;
  /** In a file that the browser keeps: states, overlays, what only stands further down, and paper, which shrinks best beside the rest. */
  late: string;
  /** In a file that is loaded where no script runs: the theme of the reader's system. */
  system: string;
}

/** A state that only a reader brings about, or that no first screen has. A page may come with a choice made, so `:checked` is none. */
const state =
  /:(?:hover|focus|focus-visible|focus-within|active|target|popover-open|disabled|autofill)\b|::(?:backdrop|selection)|\[open\]/;
const scope = /\.(?:astro-[a-z0-9]{8}|z[0-9a-z]{1,2}(?![\w-]))/g;

/** Conditions around a rule, from the outermost: `@media (width>=50rem)`. */
function conditions(rule: Rule): string[] {
  const found: string[] = [];
  for (
    let parent: Container | undefined = rule.parent as Container | undefined;
    parent?.type === 'atrule';
    parent = parent.parent as Container | undefined
  ) {
    const { name, params } = parent as unknown as { name: string; params: string };
    if (name !== 'layer') found.unshift(`@${name} ${params}`);
  }
  return found;
}

/** What a rule is called in the list of late rules: conditions and selector, without the class names that Astro makes up. */
export const ruleKey = (rule: Rule): string =>
  [...conditions(rule), rule.selector].join(' ').replace(scope, '').replace(/\s+/g, ' ');

/** Whether no first screen can need the rule, whatever is on the page. */
export const isStateOnly = (rule: Rule): boolean =>
  rule.selectors.every((selector) => state.test(selector)) ||
  conditions(rule).some((condition) => /forced-colors|print/.test(condition));

/** Whether the rule stands in for a script that would have set the theme, see `system-theme.ts`. */
const isSystem = (rule: Rule): boolean =>
  rule.selectors.every((selector) => selector.includes(':root:not([data-theme])')) &&
  conditions(rule).some((condition) => condition.includes('prefers-color-scheme'));

/** A copy of the sheet with the rules for which `keep` holds; what is left empty goes. */
function filterRules(css: string, keep: (node: Rule) => boolean, others: boolean): string {
  const sheet = postcss.parse(css);
  sheet.walkRules((rule) => {
    // Steps of an animation are part of it, not rules of their own.
    if ((rule.parent as { name?: string }).name === 'keyframes') return;
    if (!keep(rule)) rule.remove();
  });
  sheet.walkAtRules((rule) => {
    const statement = rule.nodes === undefined || /^(?:font-face|keyframes|property)$/.test(rule.name);
    if (statement ? !others : rule.nodes?.length === 0) rule.remove();
  });
  // Removing an inner condition may leave an outer one empty.
  sheet.walkAtRules((rule) => void (rule.nodes?.length === 0 && rule.remove()));
  return sheet.toString();
}

/**
 * Splits the style sheet. Order within each part is kept; the order of layers is declared in the first.
 * @param css the whole, shrunk
 * @param late keys of rules that no first screen of any page needs, see `npm run styles:late`
 * @param isOwn whether only a few pages use a rule: it stays in them, and out of the files that all pages load
 */
export function splitStyles(
  css: string,
  late: ReadonlySet<string>,
  isOwn: (rule: Rule) => boolean = () => false,
): SplitStyles {
  const isLate = (rule: Rule) => !isSystem(rule) && !isOwn(rule) && (isStateOnly(rule) || late.has(ruleKey(rule)));
  return {
    first: filterRules(css, (rule) => !isLate(rule) && !isSystem(rule), true),
    late: filterRules(css, isLate, false),
    system: filterRules(css, isSystem, false),
  };
}
