import { words, siteModel } from './model.ts';
import { sidebarGroups } from './sidebar.ts';

/** A page that shows a drawing. */
interface Shows {
  address: string;
  title: string;
}

/** Pages that show a drawing itself, in the order of their files. */
export const pagesWithDrawing = (id: string): Shows[] =>
  siteModel()
    .pages.filter(({ source }) => source.includes(`="${id}"`))
    .map((page) => ({ address: page.address, title: words(page).title }));

/**
 * Ids of the drawings that the pages of a section show before those of any other section do, in the order of the pages, so that pairs stay together.
 * @param section its name in the sidebar
 */
export const drawingsOfSection = (section: string): string[] =>
  [...firstSections()].filter(([, first]) => first === section).map(([id]) => id);

/** The name of the first section, in the order of the sidebar, whose pages show a drawing, by its id; read in one pass, since a site may have many pages. */
function firstSections(): Map<string, string> {
  const { diagrams, pages } = siteModel();
  const sourceAt = new Map(pages.map(({ address, source }) => [address, source]));
  const first = new Map<string, string>();
  for (const { label, addresses } of sidebarGroups())
    for (const address of addresses)
      // A drawing that another one replaces stays where that one is shown: its id is one of several.
      for (const [, ids] of (sourceAt.get(address) ?? '').matchAll(/="([^"]*)"/g))
        for (const id of ids!.split(' ')) if (diagrams.has(id) && !first.has(id)) first.set(id, label);
  return first;
}
