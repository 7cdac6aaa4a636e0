import postcss, { type ChildNode, type Container, type Rule } from 'postcss';

/** The style sheet of the site in the parts in which a browser gets it. */
export interface SplitStyles {
  /** In every page: what paints the first screen. */
  first: string;
  /** In a file that the browser keeps: states, overlays, and what only stands further down. */
  late: string;
  /** In a file for paper. */
  print: string;
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

const isPrint = (node: ChildNode): boolean =>
  node.type === 'atrule' && node.name === 'media' && node.params === 'print';

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
 */
export function splitStyles(css: string, late: ReadonlySet<string>): SplitStyles {
  const sheet = postcss.parse(css);
  const paper = sheet.nodes.filter(isPrint);
  for (const node of paper) node.remove();
  const screen = sheet.toString();
  const isLate = (rule: Rule) => isStateOnly(rule) || late.has(ruleKey(rule));
  return {
    first: filterRules(screen, (rule) => !isLate(rule), true),
    late: filterRules(screen, isLate, false),
    print: paper.map((node) => (node as unknown as { nodes: ChildNode[] }).nodes.join('')).join(''),
  };
}
