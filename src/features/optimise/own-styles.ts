import postcss, { type ChildNode, type Rule } from 'postcss';
import { openTag } from './tags.ts';

/** A rule that at most this share of the pages can use is page-specific and inlined into those pages; any other belongs to the whole site. */
const fewShare = 1 / 3;

/** Records which pages use each class. */
export class ClassIndex {
  readonly #pages = new Map<string, Set<string>>();
  readonly #all = new Set<string>();

  /** Records the classes of a page. */
  add(page: string, html: string): void {
    this.#all.add(page);
    const seen = new Set<string>();
    for (const [tag] of html.matchAll(openTag))
      for (const name of (/ class="([^"]*)"/.exec(tag)?.[1] ?? '').split(/\s+/)) seen.add(name);
    for (const name of seen) {
      const pages = this.#pages.get(name) ?? new Set();
      this.#pages.set(name, pages.add(page));
    }
  }

  /** The pages that use the class; `undefined` if none does as built. */
  pagesOf(name: string): ReadonlySet<string> | undefined {
    return this.#pages.get(name);
  }

  /** Whether a number of pages counts as few. */
  isFew(count: number): boolean {
    return count <= this.#all.size * fewShare;
  }
}

/** Where scripts set classes: `className = "a b"`, `{ class: "a" }`, `<b class="a">` in a string, and calls of `classList`. */
const settings = /\bclass(?:Name)?["']?\s*[:=]\s*\\?(["'`])(.*?)\\?\1|\bclassList\.(?:add|toggle|replace)\(([^)]*)\)/g;

/** Adds the classes that a script may set on an element. A class that it only queries, such as `.entry`, does not count. */
export function addSetWords(script: string, words: Set<string>): void {
  for (const [, , set = '', called = ''] of script.matchAll(settings))
    for (const word of `${set} ${called}`.split(/[^\w-]+/)) if (/^[a-zA-Z]/.test(word)) words.add(word);
}

/** Classes that an element must have to match a selector. Ignores those in functions such as `:not()`. */
const classesOf = (selector: string) =>
  [...selector.replace(/\([^()]*\)/g, '').matchAll(/\.([\w-]+)/g)].map(([, name]) => name!);

/** Answers which pages can use a rule. */
export interface RuleUse {
  /** Whether the rule can match something on the page. */
  fits(rule: Rule, page: string): boolean;
  /** Whether only a few pages, such as those with a form, can use the rule, so that no other page should include it. */
  isOwn(rule: Rule): boolean;
}

/**
 * Derives the use of rules from the classes in their selectors.
 * @param scripted classes that scripts may set on any page, see {@link addSetWords}
 */
export function ruleUse(index: ClassIndex, scripted: ReadonlySet<string>): RuleUse {
  /** By selector: for each of its classes, the pages that use it. A page must be in every set. */
  const sets = new Map<string, ReadonlySet<string>[]>();
  const setsOf = (selector: string) => {
    const known = sets.get(selector);
    if (known) return known;
    const found = classesOf(selector)
      .filter((name) => !scripted.has(name))
      .flatMap((name) => index.pagesOf(name) ?? []);
    sets.set(selector, found);
    return found;
  };
  return {
    fits: (rule, page) => rule.selectors.some((selector) => setsOf(selector).every((pages) => pages.has(page))),
    isOwn: (rule) => {
      const found = new Set<string>();
      for (const selector of rule.selectors) {
        const [rarest] = [...setsOf(selector)].sort((a, b) => a.size - b.size);
        if (!rarest) return false;
        for (const page of rarest) found.add(page);
      }
      return index.isFew(found.size);
    },
  };
}

/** CSS of a node for a page; empty if the page does not need it. */
type PageText = (page: string) => string;

/** Returns a function that reduces a style sheet to the rules that can match something on a page. Parses the sheet and serialises each rule only once. */
export function pageSheets(css: string, use: RuleUse): PageText {
  const textOf = (node: ChildNode): PageText => {
    const whole = node.toString();
    if (node.type === 'rule') return (page) => (use.fits(node, page) ? whole : '');
    if (node.type !== 'atrule' || !/^(?:media|supports|layer|container)$/.test(node.name) || !node.nodes)
      return () => whole;
    const inner = joined(node.nodes);
    return (page) => {
      const text = inner(page);
      return text && `${whole.slice(0, whole.indexOf('{'))}{${text}}`;
    };
  };
  const joined = (nodes: readonly ChildNode[]): PageText => {
    const parts = nodes.map(textOf);
    return (page) => {
      const texts = parts.map((part) => part(page)).filter(Boolean);
      return texts.map((text, at) => (text.endsWith('}') || at === texts.length - 1 ? text : `${text};`)).join('');
    };
  };
  return joined(postcss.parse(css).nodes);
}
