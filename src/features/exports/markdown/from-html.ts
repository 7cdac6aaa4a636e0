import { t } from '#model/i18n.ts';
import type { Element, ElementContent, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { selectAll } from 'hast-util-select';
import { parseFragment } from 'parse5';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const droppedTags = new Set('script style template nav button form input select textarea noscript svg'.split(' '));
const droppedClasses = ['copy-link', 'sl-anchor-link', 'places'];
const classesOf = ({ properties }: Element) => (properties.className ?? []) as string[];

/** Whether an element is useless in plain text: behaviour, decoration, diagrams, whose text is kept, and what has `data-markdown="skip"`. */
const isDropped = (node: Element): boolean =>
  droppedTags.has(node.tagName) ||
  node.properties.hidden !== undefined ||
  node.properties.dataMarkdown === 'skip' ||
  node.properties.dataLabOffer !== undefined ||
  node.properties.ariaHidden === 'true' ||
  classesOf(node).some((name) => droppedClasses.includes(name));

const text = (value: string): ElementContent => ({ type: 'text', value });
const paragraph = (...children: ElementContent[]): Element => ({
  type: 'element',
  tagName: 'p',
  properties: {},
  children,
});

const textOf = (node: Root | ElementContent): string =>
  'children' in node
    ? node.children.map((child) => textOf(child as ElementContent)).join('')
    : 'value' in node
      ? node.value
      : '';

/** Replaces the children of every node below `parent` with the results of `change`. */
function rewrite(
  parent: Root | Element,
  change: (node: ElementContent, parent: Root | Element) => ElementContent[],
): void {
  parent.children = (parent.children as ElementContent[]).flatMap((node) => {
    const nodes = change(node, parent);
    for (const one of nodes) if (one.type === 'element') rewrite(one, change);
    return nodes;
  });
}

/** The text of a diagram: its description and caption. */
function drawing(figure: Element): Element {
  const [description] = selectAll('desc', figure);
  const [caption] = selectAll('figcaption', figure);
  return paragraph(
    { type: 'element', tagName: 'em', properties: {}, children: [text(t('markdown.diagram'))] },
    text(` ${description ? textOf(description) : ''} `),
    ...(caption?.children ?? []),
  );
}

/** Turns a block into inline content, separated from its neighbours; leaves inline content unchanged. */
const inOneLine = (node: ElementContent): ElementContent[] =>
  node.type === 'element' && /^(?:p|div|section)$/.test(node.tagName)
    ? [text(' '), { ...node, tagName: 'span' }, text(' ')]
    : [node];

/** Turns browser-only content into text, and adds anchors for link targets. */
function plain(tree: Root, origin: string): void {
  rewrite(tree, (node, parent) => {
    if (node.type !== 'element') return node.type === 'comment' ? [] : [node];
    if (node.tagName === 'figure' && node.properties.dataDiagram) return [drawing(node), ...selectAll('ol', node)];
    if (node.properties.role === 'tooltip') {
      // Keep the conditions of a figure wherever it appears. A term can be looked up in the glossary.
      const isFigure = selectAll('[data-number]', parent as Element).length > 0;
      if (!isFigure) return [];
      // Leave out the brackets, which are for browsers without `hidden`, and the first words, which repeat the figure.
      const shown = node.children.filter((child) => child.type === 'element' && child.properties.hidden !== true);
      const words = shown.flatMap((child) => ('children' in child ? child.children : []));
      const rest = words.filter((child) => child.type !== 'element' || child.tagName !== 'strong');
      return [text(` (${rest.map(textOf).join('').trim().replace(/\.$/, '')})`)];
    }
    if (isDropped(node)) return [];
    // A Markdown table cell is a single line, so blocks in it would run together.
    if (node.tagName === 'td' || node.tagName === 'th') node.children = node.children.flatMap(inOneLine);
    if (node.tagName === 'a') {
      const { href } = node.properties;
      if (classesOf(node).includes('cite')) return [text(` [${textOf(node)}]`)];
      if (typeof href === 'string' && href.startsWith('/')) node.properties.href = `${origin}${href}`;
    }
    return [node];
  });
}

/** An anchor that survives in Markdown, so that fragments of links keep working. */
const anchor = (id: unknown) =>
  typeof id === 'string' && id ? { type: 'html' as const, value: `<a id="${id}"></a>` } : undefined;

const processor = unified()
  .use(rehypeRemark, {
    handlers: {
      ...Object.fromEntries(
        (['h2', 'h3', 'h4'] as const).map((name) => [
          name,
          (state, node: Element) => {
            const made = anchor(node.properties.id);
            const children = state.all(node) as { type: 'text'; value: string }[];
            const result = {
              type: 'heading' as const,
              depth: Number(name[1]) as 2 | 3 | 4,
              children: made ? [...children, { type: 'text' as const, value: ' ' }, made] : children,
            };
            state.patch(node, result);
            return result;
          },
        ]),
      ),
    },
  } satisfies Parameters<typeof rehypeRemark>[1] as never)
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' });

/**
 * The content of a built page as Markdown, without its title.
 * @param html the whole page
 * @param origin origin of the site, for links between its pages
 * @throws if the page has no content in the site's layout
 */
export function markdownOf(html: string, origin: string): string {
  // Skip what comes before, styles and sidebar, which is half of the page.
  const start = html.search(/<div class="sl-markdown-content"/);
  if (start < 0) throw new Error('there is no .sl-markdown-content on the page');
  const [content] = parseFragment(html.slice(start)).childNodes;
  const root: Root = { type: 'root', children: (fromParse5(content!) as Element).children };
  plain(root, origin);
  return processor.stringify(processor.runSync(root) as never).replace(/\n{3,}/g, '\n\n');
}
