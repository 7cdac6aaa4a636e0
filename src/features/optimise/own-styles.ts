import postcss, { type ChildNode, type Rule } from 'postcss';
import { openTag } from './tags.ts';

/** A rule counts as one of the whole site when more than this part of its pages can use it: fewer carry it themselves. */
const fewShare = 1 / 3;

/** Which pages each class stands on. */
export class ClassIndex {
  readonly #pages = new Map<string, Set<string>>();
  readonly #all = new Set<string>();

  /** Notes the classes of one page. */
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

  /** The pages that have the class; `undefined` where no page has it as it was built. */
  pagesOf(name: string): ReadonlySet<string> | undefined {
    return this.#pages.get(name);
  }

  /** Whether so many pages are few beside all. */
  isFew(count: number): boolean {
    return count <= this.#all.size * fewShare;
  }
}

/** Where a script sets classes: `className = "a b"`, `{ class: "a" }`, `<b class="a">` in a string, and calls of `classList`. */
const settings = /\bclass(?:Name)?["']?\s*[:=]\s*\\?(["'`])(.*?)\\?\1|\bclassList\.(?:add|toggle|replace)\(([^)]*)\)/g;

/** Adds the classes that a script may set on an element. What it asks for, such as `.entry`, it does not set. */
export function addSetWords(script: string, words: Set<string>): void {
  for (const [, , set = '', called = ''] of script.matchAll(settings))
    for (const word of `${set} ${called}`.split(/[^\w-]+/)) if (/^[a-zA-Z]/.test(word)) words.add(word);
}

/** Classes that an element must have for a selector to fit: those inside a condition such as `:not()` say nothing. */
const classesOf = (selector: string) =>
  [...selector.replace(/\([^()]*\)/g, '').matchAll(/\.([\w-]+)/g)].map(([, name]) => name!);

/** Answers for a rule which pages can use it. */
export interface RuleUse {
  /** Whether the rule can fit something on the page. */
  fits(rule: Rule, page: string): boolean;
  /** Whether only a few pages can use the rule, such as those with a form: then no other should carry it. */
  isOwn(rule: Rule): boolean;
}

/**
 * Tells the use of rules from the classes in their selectors.
 * @param scripted words that scripts may set as classes on any page, see {@link addSetWords}
 */
export function ruleUse(index: ClassIndex, scripted: ReadonlySet<string>): RuleUse {
  /** By selector: the sets of pages of its classes; a page has to be in each. */
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

/** The text of something for a page; empty if the page has no use for it. */
type PageText = (page: string) => string;

/** Returns a function that drops from a sheet the rules that nothing on a page fits. The sheet is parsed once, and its rules are written once. */
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
