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

/** Where the page at `address` stands in the sidebar; nothing for a page that is not in it. */
export function placeOf(address: string, groups: readonly Group[]): Place | undefined {
  const group = groups.find(({ addresses }) => addresses.includes(address));
  if (!group) return undefined;
  const overview = overviewOf(group);
  const pages = group.addresses.filter((one) => one !== overview);
  return { section: group.label, overview, position: pages.indexOf(address) + 1, count: pages.length };
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

/** The page after the one at `address` in the order of the sidebar; after the last one, and for a page outside it, nothing. */
export function nextInOrder(address: string, groups: readonly Group[]): string | undefined {
  const all = groups.flatMap(({ addresses }) => addresses);
  const at = all.indexOf(address);
  return at < 0 ? undefined : all[at + 1];
}

/** Minutes that a whole path takes. */
export const minutesOf = ({ steps }: Pick<ReadingPath, 'steps'>): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0);
