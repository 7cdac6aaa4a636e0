import postcss, { type Node } from 'postcss';

/** Whether a rule is in a cascade layer, at any depth. Unlayered rules always override it. */
const inLayer = ({ parent }: Node): boolean =>
  parent !== undefined && (('name' in parent && parent.name === 'layer') || inLayer(parent));
/** Selectors of the root element, in either theme, and of a dialog's backdrop. */
const root = /^(?::root|html|(?:\[data-theme=['"]?\w+['"]?\] )?::backdrop)(?:\[data-theme=['"]?\w+['"]?\])?$/;

/** Tick next to the current entry on a phone. Starlight's is an image, 200 bytes of every first round trip; ours is a character. */
const tick = /^\.isMobile.*aria-current.*:after$/;
/** Disclosure markers. Starlight's are images as well, two per page; ours, in `styles/prose.css`, are one character for all disclosures. */
const fold = /\.sl-markdown-content\b.*\b(?:details|summary)\b/;

/**
 * Drops layered root variables that the site's own, unlayered styles override, and rules for markers that the site draws differently.
 * @param css a style sheet with Starlight's layers
 */
export function dropOverridden(css: string): string {
  const sheet = postcss.parse(css);
  const own = new Set<string>();
  for (const node of sheet.nodes)
    if (node.type === 'rule' && node.selectors.includes(':root'))
      node.each((line) => void (line.type === 'decl' && line.prop.startsWith('--') && own.add(line.prop)));
  sheet.walkRules((rule) => {
    if (inLayer(rule) && (tick.test(rule.selector) || rule.selectors.every((selector) => fold.test(selector))))
      return void rule.remove();
    if (!inLayer(rule) || !rule.selectors.every((selector) => root.test(selector))) return;
    rule.each((line) => void (line.type === 'decl' && own.has(line.prop) && line.remove()));
    if (rule.nodes.length === 0) rule.remove();
  });
  return sheet.toString();
}

/**
 * Drops unused variables, including those that only a dropped variable used.
 * @param isNamed whether a page or a script uses a variable: diagrams do in attributes, scripts by name
 */
export function dropUnread(css: string, isNamed: (variable: string) => boolean): string {
  const sheet = postcss.parse(css);
  const read = new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name!));
  let dropped = false;
  sheet.walkDecls(/^--/, (line) => {
    if (read.has(line.prop) || isNamed(line.prop)) return;
    dropped = true;
    const rule = line.parent;
    line.remove();
    if (rule?.nodes?.length === 0) rule.remove();
  });
  // Variables that only these used are now unused as well.
  return dropped ? dropUnread(sheet.toString(), isNamed) : css;
}
