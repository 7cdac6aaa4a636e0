import { collectionNames, listPageOf } from '#model/collections.ts';
import type { Data } from '#model/collections.ts';
import { joinAddress } from '../address.ts';
import type { LinkPages } from './resolve.ts';

/** Ids that the layout generates, which are not permalinks. */
const layoutId = /^(?:_top|leads-here|sources-on-this-page|starlight__.*|ref-\d+|tip-.*|dg-.*)$/;

/** The page that is not published: what it shows depends on what was typed. */
const unpublished = '/search/';

/** Whether links may rely on an id of a page. */
export const isPublicId = (id: string) => !layoutId.test(id);

/**
 * Every address that a build publishes: pages, their headings of level 2 to 4 and drawings, entries of the reference lists, and short links.
 * @param data data of the content, whose entries are on the lists
 */
export function publishedAddresses(pages: LinkPages, data: Data): string[] {
  const found: string[] = [];
  for (const [path, page] of pages) {
    if (path === unpublished || (page.redirect && page.redirect !== 'short')) continue;
    found.push(path);
    if (page.redirect) continue;
    // Drawings have permalinks of their own, so their addresses are public too; their ids all start with `d-`.
    const drawings = [...page.ids].filter((id) => id.startsWith('d-'));
    found.push(...[...page.headings.filter(isPublicId), ...drawings].map((id) => joinAddress(path, id)));
  }
  for (const name of collectionNames) {
    const path = listPageOf(name);
    const page = path === undefined ? undefined : pages.get(path);
    if (page) for (const { id } of data[name]) if (page.ids.has(id)) found.push(joinAddress(path!, id));
  }
  return [...new Set(found)].sort();
}
