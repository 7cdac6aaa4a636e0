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

/** Ids of the drawings that the pages of a section show before those of any other section do. @param section its name in the sidebar */
export function drawingsOfSection(section: string): string[] {
  const { diagrams, pages } = siteModel();
  const groupOf = new Map(
    sidebarGroups().flatMap(({ label, addresses }, order) => addresses.map((one) => [one, { label, order }])),
  );
  return [...diagrams].filter((id) => {
    // A drawing that another one replaces stays where that one is shown.
    const named = new RegExp(`="(?:[^"]* )?${id}(?: [^"]*)?"`);
    const groups = pages
      .filter(({ source }) => named.test(source))
      .flatMap(({ address }) => groupOf.get(address) ?? []);
    return groups.sort((a, b) => a.order - b.order)[0]?.label === section;
  });
}
