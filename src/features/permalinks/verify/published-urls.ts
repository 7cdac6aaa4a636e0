import { collectionNames, listPageOf } from '#model/collections.ts';
import type { Data } from '#model/collections.ts';
import { isLayoutAnchor } from '#model/layout-anchors.ts';
import { joinAddress } from '../address.ts';
import type { LinkPages } from './resolve.ts';

/** The page that nobody is asked to link to: what it shows depends on what was typed. */
const unpublished = '/search/';

/** Whether an id of a page is one that links may rely on. */
export const isPublicId = (id: string) => !isLayoutAnchor(id);

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
