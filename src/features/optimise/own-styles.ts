import postcss, { type Rule } from 'postcss';
import { openTag } from './tags.ts';

/** Pages that may share a rule before it counts as one of the whole site: as many as there are labs, and two. */
const mostPages = 12;

/** The style sheet parted into what the site shares and what only a page or a few have. */
export interface OwnStyles {
  shared: string;
  /** By page: its own rules. */
  own: Map<string, string>;
}

/** Collects on which pages each class stands; of a class on many pages only that it is no page's own. */
export class ClassIndex {
  readonly #pages = new Map<string, Set<string>>();

  /** Notes the classes of one page. */
  add(page: string, html: string): void {
    const seen = new Set<string>();
    for (const [tag] of html.matchAll(openTag))
      for (const name of (/ class="([^"]*)"/.exec(tag)?.[1] ?? '').split(/\s+/)) seen.add(name);
    for (const name of seen) {
      const pages = this.#pages.get(name) ?? new Set();
      if (pages.size <= mostPages) pages.add(page);
      this.#pages.set(name, pages);
    }
  }

  /** The pages that have the class, if they are few. */
  fewPages(name: string): ReadonlySet<string> | undefined {
    const pages = this.#pages.get(name);
    return pages && pages.size <= mostPages ? pages : undefined;
  }
}

const literal = /"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|`((?:\\.|[^`\\])*)`/g;

/** Words that a script may set as classes: whole words of its strings. What it asks for, such as `.entry`, it does not set. */
export function addSetWords(script: string, words: Set<string>): void {
  for (const [, double, single, back] of script.matchAll(literal))
    for (const word of (double ?? single ?? back ?? '').split(/\s+/)) if (/^[\w-]+$/.test(word)) words.add(word);
}

/** Classes that an element must have for a selector to fit: those inside a condition such as `:not()` say nothing. */
const classesOf = (selector: string) =>
  [...selector.replace(/\([^()]*\)/g, '').matchAll(/\.([\w-]+)/g)].map(([, name]) => name!);

/** Pages on which any of a rule's selectors can fit, if they are few. */
function pagesOf(rule: Rule, index: ClassIndex, scripted: ReadonlySet<string>): Set<string> | undefined {
  const found = new Set<string>();
  for (const selector of rule.selectors) {
    const few = classesOf(selector)
      .filter((name) => !scripted.has(name))
      .flatMap((name) => index.fewPages(name) ?? []);
    const [pages] = few;
    if (!pages) return undefined;
    for (const page of pages) found.add(page);
  }
  return found.size <= mostPages ? found : undefined;
}

/** A copy of the sheet with the rules for which `keep` holds; what is left empty goes. */
function only(css: string, keep: (rule: Rule) => boolean): string {
  const sheet = postcss.parse(css);
  sheet.walkRules((rule) => {
    if ((rule.parent as { name?: string }).name !== 'keyframes' && !keep(rule)) rule.remove();
  });
  sheet.walkAtRules((rule) => {
    if (/^(?:media|supports|layer)$/.test(rule.name) && rule.nodes?.length === 0) rule.remove();
  });
  return sheet.toString();
}

/**
 * Takes the rules out of a sheet that only a few pages can use, such as those of the home page, so that no other page carries them.
 * @param scripted words that scripts may set as classes on any page, see {@link addSetWords}
 */
export function takeOwnStyles(css: string, index: ClassIndex, scripted: ReadonlySet<string>): OwnStyles {
  const pages = new Set<string>();
  postcss.parse(css).walkRules((rule) => pagesOf(rule, index, scripted)?.forEach((page) => pages.add(page)));
  const shared = only(css, (rule) => pagesOf(rule, index, scripted) === undefined);
  const own = [...pages].map((page): [string, string] => [
    page,
    // Order of layers and what is no rule stand in the shared sheet.
    only(css, (rule) => pagesOf(rule, index, scripted)?.has(page) ?? false).replace(/@layer[^{};]*;/g, ''),
  ]);
  return { shared, own: new Map(own) };
}
