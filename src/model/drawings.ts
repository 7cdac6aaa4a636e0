import { drawingsOn } from './diagram-files.ts';
import { words, siteModel } from './model.ts';
import type { Site } from './load.ts';

/** A page that shows a diagram. */
interface Shows {
  address: string;
  title: string;
}

/** Pages that show the diagram with this id, in file order. */
export const pagesWithDrawing = (id: string): Shows[] =>
  siteModel()
    .pages.filter((page) => drawingsOn(page).some((use) => use.id === id && !use.replaced))
    .map((page) => ({ address: page.address, title: words(page).title }));

/**
 * Ids of the diagrams that first appear in a section, going by sidebar order. They keep the order of the pages, so that pairs stay together.
 * @param section the section's label in the sidebar
 */
export const drawingsOfSection = (section: string, site: Pick<Site, 'pages' | 'groups'> = siteModel()): string[] =>
  [...firstSections(site)].filter(([, first]) => first === section).map(([id]) => id);

/** Maps each diagram id to the label of the first sidebar section that shows it. Built in one pass, because a site may have many pages. */
function firstSections({ pages, groups }: Pick<Site, 'pages' | 'groups'>): Map<string, string> {
  const shownAt = new Map(pages.map((page) => [page.address, drawingsOn(page)]));
  const first = new Map<string, string>();
  for (const { label, addresses } of groups)
    for (const { id } of addresses.flatMap((address) => shownAt.get(address) ?? []))
      if (!first.has(id)) first.set(id, label);
  return first;
}
