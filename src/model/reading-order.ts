import type { Group } from './navigation.ts';
import type { ReadingPath } from './schemas/path.ts';

/** Where a page stands in the sidebar. */
export interface Place {
  /** Name of its section. */
  section: string;
  /** Address of the section's overview; the section may have none. */
  overview: string | undefined;
  /** Its position among the section's pages, from 1; 0 is the overview itself. */
  position: number;
  /** Pages in the section, the overview not counted. */
  count: number;
  /** Address of the page in the sidebar that it stands below; nothing for one that is in the sidebar itself. */
  above: string | undefined;
}

/** A page of a path, seen from that page. */
export interface PathPlace {
  path: ReadingPath;
  /** Its position, from 1. */
  position: number;
  /** Address of the page before it on the path, if there is one. */
  previous: string | undefined;
  /** Address of the page after it, or where the path ends, of what to read then. */
  next: string;
  /** Whether it is the last page of the path. */
  last: boolean;
}

const pageOf = (address: string) => address.split('#')[0]!;
const isOverview = (address: string) => /^\/[a-z0-9-]+\/$/.test(address);

/** Address of a section's overview: the first of its addresses that is one word deep. */
export const overviewOf = ({ addresses }: Pick<Group, 'addresses'>): string | undefined => addresses.find(isOverview);

/** The entry of the sidebar for the page at `address`: its own, or for a page that code makes that of the page it stands below. */
export function listedFor(address: string, groups: readonly Group[]): string | undefined {
  const listed = new Set(groups.flatMap(({ addresses }) => addresses));
  let at = address;
  while (at !== '/' && !listed.has(at)) at = at.replace(/[^/]*\/$/, '');
  return listed.has(at) ? at : undefined;
}

/** Where the page at `address` stands in the sidebar; nothing for a page that is neither in it nor below one that is. */
export function placeOf(address: string, groups: readonly Group[]): Place | undefined {
  const listed = listedFor(address, groups);
  const group = groups.find(({ addresses }) => addresses.some((one) => one === listed));
  if (!group || listed === undefined) return undefined;
  const overview = overviewOf(group);
  const pages = group.addresses.filter((one) => one !== overview);
  return {
    section: group.label,
    overview,
    position: pages.indexOf(listed) + 1,
    count: pages.length,
    above: listed === address ? undefined : listed,
  };
}

/** The paths that hold the page at `address`, in the author's order, each seen from that page. */
export function pathsThrough(address: string, paths: readonly ReadingPath[]): PathPlace[] {
  return paths.flatMap((path) => {
    const at = path.steps.findIndex(({ page }) => pageOf(page) === address);
    if (at < 0) return [];
    return [
      {
        path,
        position: at + 1,
        previous: path.steps[at - 1]?.page,
        next: path.steps[at + 1]?.page ?? path.after,
        last: at === path.steps.length - 1,
      },
    ];
  });
}

/**
 * The page after the one at `address` in the order of the sidebar; after the last one, and for a page outside it, nothing.
 * @param generated pages that code makes: those below one entry follow each other, and the last leads on to the next entry
 */
export function nextInOrder(
  address: string,
  groups: readonly Group[],
  generated: readonly string[] = [],
): string | undefined {
  const listed = listedFor(address, groups);
  if (listed === undefined) return undefined;
  const beside = generated.filter((one) => one !== listed && listedFor(one, groups) === listed);
  const all = groups.flatMap(({ addresses }) => addresses);
  return (listed === address ? undefined : beside[beside.indexOf(address) + 1]) ?? all[all.indexOf(listed) + 1];
}

/** Minutes that a whole path takes. */
export const minutesOf = ({ steps }: Pick<ReadingPath, 'steps'>): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0);
