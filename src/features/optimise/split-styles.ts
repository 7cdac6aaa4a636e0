import postcss, { type Container, type Rule } from 'postcss';

/** The style sheet of the site, split by how browsers receive it. */
export interface SplitStyles {
  /** Inlined: first-screen styles, and page-specific rules. */
  first: string;
  /** In a cacheable file: states, overlays, rules for content further down, and print styles, which compress best along with the rest. */
  late: string;
  /** In a file that loads only without JavaScript: the system theme. */
  system: string;
}

/** States that need user interaction or never occur on the first screen. `:checked` is not one, because a page may load with a choice made. */
const state =
  /:(?:hover|focus|focus-visible|focus-within|active|target|popover-open|disabled|autofill)\b|::(?:backdrop|selection)|\[open\]/;
const scope = /\.(?:astro-[a-z0-9]{8}|z[0-9a-z]{1,2}(?![\w-]))/g;

/** At-rules around a rule, outermost first: `@media (width>=50rem)`. */
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

/** Name of a rule in the list of late rules: conditions and selector, without Astro's scope classes. */
export const ruleKey = (rule: Rule): string =>
  [...conditions(rule), rule.selector].join(' ').replace(scope, '').replace(/\s+/g, ' ');

/** Whether no first screen can need the rule, whatever is on the page. */
export const isStateOnly = (rule: Rule): boolean =>
  rule.selectors.every((selector) => state.test(selector)) ||
  conditions(rule).some((condition) => /forced-colors|print/.test(condition));

/** Whether the rule sets the theme in place of a script, see `system-theme.ts`. */
const isSystem = (rule: Rule): boolean =>
  rule.selectors.every((selector) => selector.includes(':root:not([data-theme])')) &&
  conditions(rule).some((condition) => condition.includes('prefers-color-scheme'));

/** A copy of the style sheet with only the rules that `keep` accepts, without at-rules that become empty. */
function filterRules(css: string, keep: (node: Rule) => boolean, others: boolean): string {
  const sheet = postcss.parse(css);
  sheet.walkRules((rule) => {
    // Keyframe steps belong to their animation and are not rules of their own.
    if ((rule.parent as { name?: string }).name === 'keyframes') return;
    if (!keep(rule)) rule.remove();
  });
  sheet.walkAtRules((rule) => {
    const statement = rule.nodes === undefined || /^(?:font-face|keyframes|property)$/.test(rule.name);
    if (statement ? !others : rule.nodes?.length === 0) rule.remove();
  });
  // Removing an inner at-rule may leave an outer one empty.
  sheet.walkAtRules((rule) => void (rule.nodes?.length === 0 && rule.remove()));
  return sheet.toString();
}

/**
 * Splits the style sheet. Each part keeps the order of rules; the order of layers is declared in `first`.
 * @param css the whole sheet, minified
 * @param late keys of rules that no first screen needs, see `npm run styles:late`
 * @param isOwn whether only a few pages use a rule, so that it is inlined there and left out of the shared files
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
