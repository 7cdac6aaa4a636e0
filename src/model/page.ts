import { parseDocument } from 'yaml';
import type { Problem } from '#shared/problem.ts';
import { yamlProblem } from './yaml-list.ts';

/** A heading in a page's source. */
export interface Heading {
  /** Level, 1 to 6. */
  depth: number;
  /** Text of the heading, Markdown included. */
  text: string;
  /** Explicit id, if there is one. */
  id: string | undefined;
  /** Line in the file, from 1. */
  line: number;
}

/** An attribute of a component in a page's source that names an entry. */
export interface Use {
  /** Name of the component. */
  component: string;
  /** Name of the attribute. */
  attribute: string;
  /** Value of the attribute. */
  id: string;
  /** Line in the file, from 1. */
  line: number;
}

/** A parsed page of `content/docs`. */
export interface Page {
  /** Path relative to the project root. */
  file: string;
  /** Address on the site, with leading and trailing slash. */
  address: string;
  /** Unchanged content of the file. */
  source: string;
  /** Parsed front matter; empty if it is not valid YAML. */
  frontMatter: Record<string, unknown>;
  /** Line of each front matter key. */
  keyLines: Record<string, number>;
  /** Lines of the body. Code is blanked instead of removed, to keep line numbers. */
  prose: { text: string; line: number }[];
  headings: Heading[];
  uses: Use[];
  /** Links as written: internal, relative and external. */
  links: { href: string; line: number }[];
  /** Errors that prevented the page from being parsed. */
  problems: Problem[];
}

const componentUse = /<([A-Z][A-Za-z]*)\b([^>]*)>/g;
const attributeUse = /\b(id|containers|vms|replaces|trait)="([^"]*)"/g;
const markdownLink = /\]\(([^)\s]+)(?:\s+"[^"]*")?\)|href="([^"]*)"/g;
const headingLine = /^(#{1,6})\s+(.*?)(?:\s*\{#([^}\s]+)[^}]*\})?\s*$/;

/** Address of a file below `content/docs`: its path without extension; `index` is the folder itself. */
export function addressOf(file: string): string {
  const slug = file
    .replace(/^content\/docs\//, '')
    .replace(/\.mdx?$/, '')
    .replace(/(^|\/)index$/, '');
  return slug === '' ? '/' : `/${slug}/`;
}

/** Parses the source of a page. If the front matter is not valid YAML, it is empty and `problems` says why. */
export function parsePage(file: string, source: string): Page {
  const lines = source.split(/\r?\n/);
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const prose = blankCode(lines.slice(end + 1)).map((text, index) => ({ text, line: end + 2 + index }));
  const page: Page = {
    file,
    address: addressOf(file),
    source,
    frontMatter: {},
    keyLines: {},
    prose,
    headings: [],
    uses: [],
    links: [],
    problems: [],
  };
  if (end > 0) readFrontMatter(page, lines.slice(1, end));
  for (const { text, line } of prose) readLine(page, text, line, lines[line - 1]!);
  return page;
}

function readFrontMatter(page: Page, lines: string[]): void {
  const text = lines.join('\n');
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) page.problems.push(yamlProblem(page.file, text, error, 1));
  else page.frontMatter = (document.toJSON() ?? {}) as Record<string, unknown>;
  lines.forEach((text, index) => {
    const key = /^([A-Za-z]\w*):/.exec(text)?.[1];
    if (key) page.keyLines[key] = index + 2;
  });
}

function readLine(page: Page, text: string, line: number, source: string): void {
  // Detect headings with code blanked, but take the text from the source, code included.
  const words = headingLine.test(text) ? headingLine.exec(source) : null;
  if (words) page.headings.push({ depth: words[1]!.length, text: words[2]!, id: words[3], line });
  for (const [, component, attributes] of text.matchAll(componentUse)) {
    for (const [, attribute, id] of attributes!.matchAll(attributeUse)) {
      page.uses.push({ component: component!, attribute: attribute!, id: id!, line });
    }
  }
  for (const [, inMarkdown, inTag] of text.matchAll(markdownLink))
    page.links.push({ href: (inMarkdown ?? inTag)!, line });
}

/** The same lines with fenced code, inline code and imports blanked. */
function blankCode(lines: string[]): string[] {
  let fence = '';
  return lines.map((line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (fence === '' || line.trim().startsWith(fence))) {
      fence = fence === '' ? mark : '';
      return '';
    }
    if (fence !== '' || /^import\s/.test(line)) return '';
    return line.replace(/`[^`]*`/g, '``');
  });
}
