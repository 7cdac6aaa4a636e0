import type { MdastNode } from 'satteri';
import {
  authorComponents,
  optionalAttributes,
  componentsModule,
  slotComponent,
  slotNames,
  type AttributeKind,
} from '#model/author-components.ts';
import type { Site } from '#model/load.ts';
import type { Page } from '#model/page.ts';
import type { Problem } from '#shared/problem.ts';
import { didYouMean, nearest } from '#shared/suggest.ts';
import { lineOf, parseMdx, walk, type SyntaxFault } from '../parse-mdx.ts';

/** HTML elements that Markdown has no syntax for. For others, use Markdown or a component. */
const plainElements = new Set(['abbr', 'br', 'dfn', 'kbd', 'q', 'small', 'sub', 'sup', 'details', 'summary']);

type Tell = (line: number, problem: string, fix: string) => void;

/** Reports pages that are not valid MDX, components that are unknown or not imported, wrong attributes, images, and raw HTML. */
export function checkMdx({ pages }: Site): Problem[] {
  return pages.flatMap((page) => {
    const { tree, fault } = parseMdx(page);
    return fault ? [syntaxProblem(page.file, fault)] : checkTree(page, tree);
  });
}

function checkTree(page: Page, tree: MdastNode): Problem[] {
  const problems: Problem[] = [];
  const tell: Tell = (line, problem, fix) => problems.push({ file: page.file, line, problem, fix });
  const imported = new Set<string>();
  walk(tree, (node) => {
    if (node.type === 'mdxjsEsm') for (const name of importedNames(node.value, lineOf(node), tell)) imported.add(name);
  });
  walk(tree, (node, parents) => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      checkElement(node, parents, imported, page, tell);
    else if (node.type === 'image')
      tell(
        lineOf(node),
        node.alt?.trim()
          ? `the picture ${node.url} has no place on a page`
          : `the picture ${node.url} has no alternative text`,
        'A page shows drawings: write content/diagrams/<id>.mmd with its description and <Diagram id="…" />.',
      );
    else if ((node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') && !/^\s*\/\*/.test(node.value))
      tell(
        lineOf(node),
        `{${node.value}} is code`,
        'Put braces that readers see into backticks; an id belongs to the end of a heading.',
      );
    else if (node.type === 'code' && !node.lang)
      tell(
        lineOf(node),
        'the code has no language',
        'Write one behind the fence: ```console for commands, ```text for the rest.',
      );
  });
  return problems;
}

/** Names in an import, which must be a single line and import from the components module. */
function importedNames(code: string, line: number, tell: Tell): string[] {
  return code.split('\n').flatMap((text, index) => {
    if (text.trim() === '') return [];
    const [, names, from] = /^import \{([^}]*)\} from '([^']+)';?\s*$/.exec(text) ?? [];
    if (names === undefined || from !== componentsModule) {
      tell(
        line + index,
        `the import "${text.trim()}" is not one of components`,
        `Write: import { Cite, Term } from '${componentsModule}';`,
      );
      return [];
    }
    const list = names
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    for (const name of list.filter((one) => !(one in authorComponents)))
      tell(line + index, `there is no component "${name}" to import`, didYouMeanName(name));
    return list;
  });
}

const didYouMeanName = (name: string) =>
  `The nearest components are ${nearest(name, Object.keys(authorComponents)).join(', ')}.`;

type Element = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function checkElement(
  node: Element,
  parents: readonly string[],
  imported: ReadonlySet<string>,
  page: Page,
  tell: Tell,
): void {
  const name = node.name ?? '';
  const line = lineOf(node);
  if (name === slotComponent) return checkSlot(node, parents, tell);
  if (/^[a-z]/.test(name)) return checkHtml(name, line, tell);
  const attributes = authorComponents[name];
  if (!attributes) return tell(line, `there is no component <${name}>`, didYouMeanName(name));
  if (!imported.has(name)) tell(line, `<${name}> is not imported`, importFix(name, page));
  checkAttributes(node, attributes, tell);
}

/** The import line to add, or the existing import to extend. */
function importFix(name: string, page: Page): string {
  const [, names] = /^import \{([^}]*)\} from/m.exec(page.source) ?? [];
  const all = [
    ...(names ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
    name,
  ].sort();
  return `Write below the front matter: import { ${all.join(', ')} } from '${componentsModule}';`;
}

function checkHtml(name: string, line: number, tell: Tell): void {
  if (name === 'img')
    tell(
      line,
      'a picture in raw HTML',
      'A page shows drawings: write content/diagrams/<id>.mmd and <Diagram id="…" />.',
    );
  else if (!plainElements.has(name))
    tell(
      line,
      `<${name}> is raw HTML`,
      `Write it in Markdown or with a component; a "<" that is no tag goes into backticks. Allowed are ${[...plainElements].join(', ')}.`,
    );
}

function checkSlot(node: Element, parents: readonly string[], tell: Tell): void {
  const slot = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'slot');
  const value = slot && 'value' in slot ? slot.value : undefined;
  const fix = `Write <${slotComponent} slot="containers"> and <${slotComponent} slot="vms"> inside <Compare>.`;
  if (parents.at(-1) !== 'Compare') tell(lineOf(node), `<${slotComponent}> stands outside <Compare>`, fix);
  else if (typeof value !== 'string' || !slotNames.includes(value))
    tell(lineOf(node), `<${slotComponent}> names no place of <Compare>`, fix);
}

function checkAttributes(node: Element, known: Readonly<Record<string, AttributeKind>>, tell: Tell): void {
  const name = node.name!;
  const line = lineOf(node);
  const names = Object.keys(known);
  const example = `<${[name, ...names.filter((one) => !optionalAttributes.has(`${name}.${one}`)).map((one) => `${one}="…"`)].join(' ')}${name === 'Compare' || name === 'Term' ? '>' : ' />'}`;
  const seen = new Set<string>();
  for (const attribute of node.attributes) {
    const key = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
    seen.add(key);
    if (!(key in known)) {
      tell(
        line,
        `<${name}> has no attribute "${key}"`,
        names.length > 0 ? `Write ${example}.` : `It takes none: write ${example}.`,
      );
      continue;
    }
    const value = attribute.type === 'mdxJsxAttribute' ? attribute.value : undefined;
    if (typeof value !== 'string')
      tell(line, `${key} of <${name}> is not text in quotation marks`, `Write ${example}.`);
    else if (Array.isArray(known[key]) && !(known[key] as string[]).includes(value))
      tell(
        line,
        `unknown ${key} "${value}" of <${name}>`,
        `It is one of ${(known[key] as string[]).join(', ')}. ${didYouMean(value, known[key] as string[])}`,
      );
  }
  for (const missing of names.filter((one) => !seen.has(one) && !optionalAttributes.has(`${name}.${one}`)))
    tell(line, `<${name}> lacks ${missing}="…"`, `Write ${example}.`);
}

/** Translates the parser's error into advice for authors. */
function syntaxProblem(file: string, { message, line }: SyntaxFault): Problem {
  const [, unclosed, opened] = /Expected a closing tag for `<(\w*)>` \((\d+):/.exec(message) ?? [];
  if (unclosed !== undefined)
    return {
      file,
      line: Number(opened ?? line),
      problem: `<${unclosed}> is not closed`,
      fix: `Close it in the same paragraph, with </${unclosed}> or, where nothing stands between, as <${unclosed} … />. A "<" that is no tag goes into backticks.`,
    };
  const [, closing, expected] =
    /Unexpected closing tag `<\/(\w*)>`(?:, expected corresponding closing tag for `<(\w*)>`)?/.exec(message) ?? [];
  if (closing !== undefined)
    return {
      file,
      line,
      problem: `</${closing}> closes nothing`,
      fix: expected ? `<${expected}> is still open: close it first.` : `Delete it, or write <${closing}> before.`,
    };
  if (/expression|brace/i.test(message))
    return {
      file,
      line,
      problem: 'a brace { starts an expression that does not parse',
      fix: 'Put braces that readers see into backticks, and close the one that is open.',
    };
  if (message.includes('`<`') || /name|attribute|valid JSX/i.test(message))
    return {
      file,
      line,
      problem: `a tag does not parse: ${message}`,
      fix: 'Put a "<" that is no tag into backticks, and the value of an attribute into double quotation marks.',
    };
  return {
    file,
    line,
    problem: `the page is not valid MDX: ${message}`,
    fix: 'Put signs such as < and { that readers see into backticks.',
  };
}
