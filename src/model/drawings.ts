import { drawingsOn } from './diagram-files.ts';
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
    .pages.filter((page) => drawingsOn(page).some((use) => use.id === id && !use.replaced))
    .map((page) => ({ address: page.address, title: words(page).title }));

/**
 * Ids of the drawings that the pages of a section show before those of any other section do, in the order of the pages, so that pairs stay together.
 * @param section its name in the sidebar
 */
export const drawingsOfSection = (section: string): string[] =>
  [...firstSections()].filter(([, first]) => first === section).map(([id]) => id);

/** The name of the first section, in the order of the sidebar, whose pages show a drawing, by its id; read in one pass, since a site may have many pages. */
function firstSections(): Map<string, string> {
  const { pages } = siteModel();
  const shownAt = new Map(pages.map((page) => [page.address, drawingsOn(page)]));
  const first = new Map<string, string>();
  for (const { label, addresses } of sidebarGroups())
    for (const { id } of addresses.flatMap((address) => shownAt.get(address) ?? []))
      if (!first.has(id)) first.set(id, label);
  return first;
}
