import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { siteAddress } from '../address.ts';
import type { LinkPage, LinkPages } from './resolve.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;

/** Elements below a node, in order. */
function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}

const linkIn = (element: Element) => [...elementsOf(element)].find(({ tagName }) => tagName === 'a');

/** Reads the ids of a built page, its headings, and where it forwards to. */
export function readBuiltPage(html: string, base: string): LinkPage {
  const page: LinkPage = { ids: new Set(), headings: [], moved: new Map() };
  const document = parse(html);
  for (const element of elementsOf(document)) {
    const redirect = element.tagName === 'html' ? attribute(element, 'data-redirect') : undefined;
    if (redirect) page.redirect = redirect as NonNullable<LinkPage['redirect']>;
    if (attribute(element, 'data-to') !== undefined) page.to = siteAddress(attribute(element, 'href') ?? '', base);
    const id = attribute(element, 'id');
    if (!id) continue;
    if (attribute(element, 'data-moved') === undefined) page.ids.add(id);
    else page.moved.set(id, hrefOf(linkIn(element), base));
  }
  const main = [...elementsOf(document)].find(({ tagName }) => tagName === 'main');
  for (const element of main ? elementsOf(main) : []) {
    if (!/^h[2-4]$/.test(element.tagName)) continue;
    // If a reader view would mistake the id for sharing buttons, it is on an empty element in the heading.
    const id = [...elementsOf(element)].map((one) => attribute(one, 'id')).find(Boolean);
    if (id) page.headings.push(id);
  }
  return page;
}

/** Target of an item in the list of moved sections. Only a link marked as the target counts; the note of a retired section may contain others. */
const hrefOf = (link: Element | undefined, base: string) =>
  link && attribute(link, 'data-on') !== undefined ? siteAddress(attribute(link, 'href') ?? '', base) : null;

/** Files that documents and programs elsewhere link to, as patterns relative to the root of a build. */
const publishedFiles = [
  'd/*.{svg,png}',
  'deck/*.{md,pptx,pdf}',
  'downloads/**/*.*',
  'oembed/**/*.json',
  '{changes.atom,changes.json,links.json,objects.inv,llms.txt,llms-full.txt}',
  'schemas/*.json',
];

/** Reads every page of a build, by its path, and adds the published files. */
export function readBuiltPages(dist: string, base = '/'): LinkPages {
  const list = (pattern: string | string[]) =>
    globSync(pattern, { cwd: dist })
      .map((file) => file.split(path.sep).join('/'))
      .sort();
  const pages = list('**/index.html').map((file): [string, LinkPage] => [
    `/${file.replace(/index\.html$/, '')}`,
    readBuiltPage(readFileSync(path.join(dist, file), 'utf8'), base),
  ]);
  const files = list(publishedFiles).map((file): [string, LinkPage] => [
    `/${file}`,
    { ids: new Set(), headings: [], moved: new Map() },
  ]);
  return new Map([...pages, ...files]);
}
