import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes as Dom } from 'parse5';
import type { Section } from '../format.ts';

type Found = Pick<Section, 'id' | 'heading' | 'text'>;

const skippedTags = new Set(['svg', 'script', 'style', 'template', 'nav', 'button', 'noscript']);
/** Parts that repeat other pages, or that only link elsewhere. */
const skippedClasses = [
  'source-list',
  'backlinks',
  'cite',
  'sl-anchor-link',
  'copy-link',
  'sr-only',
  'meta',
  'side-label',
  'stale',
  'places',
  'verdict',
  'layers',
  'steps-all',
];
const noIndex = /<meta\s+name="robots"\s+content="noindex\b/;
/** Elements that are an entry of their own if they have an id. The entry ends with the element. */
const entryTags = new Set(['li', 'tr']);
/** Elements that may be within a word; any other ends the word, as on the page. */
const within =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;

/**
 * Reads the sections of one built page: its beginning, and one for each heading or entry that has an id.
 * @returns undefined for a page without content of its own, one that asks robots not to index it, as frames do, or one with `data-search="off"`
 * somewhere
 */
export function readSections(html: string): { title: string; sections: Found[] } | undefined {
  if (noIndex.test(html)) return;
  const document = parse(contentOf(html));
  const main = find(document, (node) => classes(node).includes('sl-markdown-content'));
  const heading = find(document, (node) => node.tagName === 'h1');
  if (!main || !heading || find(main, (node) => attribute(node, 'data-search') === 'off')) return;
  const title = squeeze(textOf(heading));
  const sections: Found[] = [{ id: '', heading: title, text: '' }];
  collect(main, sections, sections[0]!);
  for (const section of sections) section.text = squeeze(section.text).replace(/^(?:· )+|(?: ·)+$/g, '');
  return { title, sections };
}

/** The main part of a page. The layout around it is most of its bytes, and the same on every page. */
function contentOf(html: string): string {
  const start = html.search(/<(?:main|h1)\b/);
  const end = html.lastIndexOf('</main>');
  return start >= 0 && end > start ? html.slice(start, end) : html;
}

/** Walks the page in reading order and returns the section that is open at its end. */
function collect(node: Dom.Element, sections: Found[], open: Found): Found {
  let current = open;
  for (const child of node.childNodes) {
    if (tree.isTextNode(child)) current.text += child.value;
    if (!tree.isElementNode(child)) continue;
    if (isSkipped(child)) {
      // The number of a source is between a word and its comma.
      if (classes(child).includes('cite')) current.text = current.text.trimEnd();
      continue;
    }
    const id = anchorOf(child);
    if (id && /^h[2-4]$/.test(child.tagName)) {
      current = { id, heading: squeeze(textOf(child)), text: '' };
      sections.push(current);
    } else if (id && entryTags.has(child.tagName)) {
      const entry = { id, heading: entryHeading(child), text: '' };
      current.text += ' ';
      sections.push(entry);
      collect(child, sections, entry);
    } else {
      const block = !within.test(child.tagName);
      if (block) current.text += ' ';
      current = collect(child, sections, current);
      if (block) current.text = apart(current.text, child.tagName);
    }
  }
  return current;
}

/** The id of a heading or entry. If a reader view would mistake it for sharing buttons, it is on an empty element inside. */
function anchorOf(node: Dom.Element): string | undefined {
  const own = attribute(node, 'id');
  if (own || !/^(?:h[2-4]|tr)$/.test(node.tagName)) return own;
  const first = find(node, (child) => child.tagName === 'span' && attribute(child, 'id') !== undefined);
  return first?.childNodes.length === 0 ? attribute(first, 'id') : undefined;
}

/** Ends a block of text: cells, labels and list items without a full stop would run into the next. */
function apart(text: string, tag: string): string {
  const written = text.trimEnd();
  if (!/[\p{L}\p{N})\]%”’"']$/u.test(written)) return `${written} `;
  return tag === 'dt' ? `${written}: ` : `${written} · `;
}

/** Heading of an entry that has none of its own: its row header, its event, or its first link. */
function entryHeading(entry: Dom.Element): string {
  const named =
    find(entry, (node) => node.tagName === 'th' || classes(node).includes('event')) ??
    find(entry, (node) => node.tagName === 'a') ??
    entry;
  return squeeze(textOf(named)).slice(0, 160);
}

function isSkipped(node: Dom.Element): boolean {
  if (skippedTags.has(node.tagName) || attribute(node, 'role') === 'tooltip') return true;
  // The label of a control. A legend that is a heading has an id.
  if (node.tagName === 'legend' && !find(node, (child) => attribute(child, 'id') !== undefined)) return true;
  if (attribute(node, 'hidden') !== undefined || attribute(node, 'data-search') === 'skip') return true;
  const own = classes(node);
  return skippedClasses.some((name) => own.includes(name));
}

function textOf(node: Dom.Element): string {
  return node.childNodes
    .map((child) => {
      if (tree.isTextNode(child)) return child.value;
      return tree.isElementNode(child) && !isSkipped(child) ? textOf(child) : '';
    })
    .join('');
}

function find(node: Dom.ParentNode, wanted: (node: Dom.Element) => boolean): Dom.Element | undefined {
  for (const child of node.childNodes) {
    if (!tree.isElementNode(child)) continue;
    const found = wanted(child) ? child : find(child, wanted);
    if (found) return found;
  }
  return undefined;
}

const attribute = (node: Dom.Element, name: string) => node.attrs.find((attr) => attr.name === name)?.value;
const classes = (node: Dom.Element) => (attribute(node, 'class') ?? '').split(/\s+/);
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
