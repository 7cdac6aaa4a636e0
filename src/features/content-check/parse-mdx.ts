import { mdxToMdast, type MdastNode } from 'satteri';
import type { Page } from '#model/page.ts';

/** An MDX syntax error, with the parser's message. */
export interface SyntaxFault {
  /** The parser's message, without position. */
  message: string;
  /** Line in the file, from 1. */
  line: number;
  column: number;
}

/** The syntax tree of a page, from the parser that the build uses, or the error. */
export type Parsed = { tree: MdastNode; fault?: undefined } | { tree?: undefined; fault: SyntaxFault };

const parsed = new WeakMap<Page, Parsed>();

/** Parses a page as the build does. The result is cached per page. */
export function parseMdx(page: Page): Parsed {
  const known = parsed.get(page);
  if (known) return known;
  const result = parse(page.source);
  parsed.set(page, result);
  return result;
}

function parse(source: string): Parsed {
  try {
    return { tree: mdxToMdast(source, { features: { headingAttributes: true } }) };
  } catch (error) {
    const [, line, column, message] =
      /^(\d+):(\d+): ([^]*?)(?: \([\w-]+:[\w-]+\))?$/.exec((error as Error).message) ?? [];
    return {
      fault: { message: message ?? (error as Error).message, line: Number(line ?? 1), column: Number(column ?? 1) },
    };
  }
}

/** A component on a page, with the attributes that are plain text. */
export interface ComponentUse {
  /** Values by name of attribute. */
  attributes: Readonly<Record<string, string>>;
  /** Line in the file, from 1. */
  line: number;
}

/** Every use of a component as a block of a page, in order. None if the page is not valid MDX. */
export function componentUses(page: Page, component: string): ComponentUse[] {
  if (!page.source.includes(`<${component}`)) return [];
  const { tree } = parseMdx(page);
  const uses: ComponentUse[] = [];
  if (tree)
    walk(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' || node.name !== component) return;
      const attributes = node.attributes.flatMap((one): [string, string][] =>
        one.type === 'mdxJsxAttribute' && typeof one.value === 'string' ? [[one.name, one.value]] : [],
      );
      uses.push({ attributes: Object.fromEntries(attributes), line: lineOf(node) });
    });
  return uses;
}

/** Line of a node in its file. */
export const lineOf = (node: MdastNode): number => node.position?.start.line ?? 1;

/** Visits a node and its descendants in document order, with the names of the enclosing components, and `link` and `heading` for these. */
export function walk(
  node: MdastNode,
  visit: (node: MdastNode, parents: readonly string[]) => void,
  parents: readonly string[] = [],
): void {
  visit(node, parents);
  if (!('children' in node)) return;
  const named = 'name' in node && typeof node.name === 'string' ? node.name : undefined;
  const entered = named ?? (node.type === 'link' || node.type === 'heading' ? node.type : undefined);
  const inside = entered === undefined ? parents : [...parents, entered];
  for (const child of node.children) walk(child as MdastNode, visit, inside);
}
