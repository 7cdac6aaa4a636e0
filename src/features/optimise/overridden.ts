import postcss, { type Node } from 'postcss';

/** Whether a rule stands in a layer, at any depth: what is in none wins over it under every condition. */
const inLayer = ({ parent }: Node): boolean =>
  parent !== undefined && (('name' in parent && parent.name === 'layer') || inLayer(parent));
/** Selectors of the whole page, in either theme, and of what lies behind a dialog. */
const root = /^(?::root|html|(?:\[data-theme=['"]?\w+['"]?\] )?::backdrop)(?:\[data-theme=['"]?\w+['"]?\])?$/;

/** The tick beside the current entry on a phone: Starlight's is a picture, 200 bytes of every first round trip; ours is a letter. */
const tick = /^\.isMobile.*aria-current.*:after$/;
/** The signs of what folds out: Starlight's are pictures again, two a page; ours, in `styles/prose.css`, are a letter for every fold of the site. */
const fold = /\.sl-markdown-content\b.*\b(?:details|summary)\b/;

/**
 * Drops variables of the root that a layer sets in vain, since the site's own styles, in no layer, set them too,
 * and the rule that draws what they draw in another way.
 * @param css a style sheet whose layers are those of Starlight
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
 * Drops variables that nothing reads, as those are that only an overridden one read.
 * @param isNamed whether a page or a script names a variable: the drawings do in attributes, scripts by its name
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
  // What they read may be read by nothing else.
  return dropped ? dropUnread(sheet.toString(), isNamed) : css;
}
