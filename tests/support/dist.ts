import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** One built page. */
export interface BuiltPage {
  /** Address on the site, without the sub-path. */
  address: string;
  html: string;
  /** All elements, in document order. */
  elements: Element[];
}

/** The value of an attribute, or nothing. */
export const attribute = (element: Element, name: string) => element.attrs.find((attr) => attr.name === name)?.value;

/** The words inside an element. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function elementsOf(node: Node): Element[] {
  const own = 'tagName' in node ? [node] : [];
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : [])];
}

/** A page as it would be built with this HTML. */
export const pageOf = (address: string, html: string): BuiltPage => ({
  address,
  html,
  elements: elementsOf(parse(html)),
});

/** Every page of a built site; `base` is the sub-path that it was built for. */
export function readDist(folder = 'dist'): BuiltPage[] {
  if (!existsSync(folder)) throw new Error(`${folder} is missing. Run "npm run build" first.`);
  return globSync('**/*.html', { cwd: folder })
    .map((file) => file.split(path.sep).join('/'))
    .sort()
    .map((file) => {
      const html = readFileSync(path.join(folder, file), 'utf8');
      return pageOf(`/${file.replace(/(^|\/)index\.html$/, '$1')}`, html);
    });
}
