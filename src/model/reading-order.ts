import type { Group } from './navigation.ts';
import type { ReadingPath } from './schemas/path.ts';

/** Position of a page in the sidebar. */
export interface Place {
  /** Label of its section. */
  section: string;
  /** Address of the section's overview, if it has one. */
  overview: string | undefined;
  /** Position among the section's pages, from 1; 0 is the overview itself. */
  position: number;
  /** Number of pages in the section, without the overview. */
  count: number;
  /** Address of the sidebar page that this page is a child of; `undefined` if the page itself is in the sidebar. */
  above: string | undefined;
}

/** Position of a page on a path. */
export interface PathPlace {
  path: ReadingPath;
  /** Position, from 1. */
  position: number;
  /** Address of the previous page on the path. */
  previous: string | undefined;
  /** Address of the next page; for the last page, of what to read after the path. */
  next: string;
  /** Whether it is the last page of the path. */
  last: boolean;
}

const pageOf = (address: string) => address.split('#')[0]!;
const isOverview = (address: string) => /^\/[a-z0-9-]+\/$/.test(address);

/** Address of a section's overview: its first address with a single segment. */
export const overviewOf = ({ addresses }: Pick<Group, 'addresses'>): string | undefined => addresses.find(isOverview);

/**
 * Addresses of a section's pages in reading order, without its overview.
 * @param from position of the first page to return, from 1, as written on a page
 * @param to position of the last page; by default the last of the section
 */
export function sectionPages(group: Pick<Group, 'addresses'>, from = '1', to?: string): string[] {
  const overview = overviewOf(group);
  return group.addresses
    .filter((address) => address !== overview)
    .slice(Number(from) - 1, to === undefined ? undefined : Number(to));
}

/** Sidebar entry for the page at `address`: its own or, for a generated page, that of its nearest ancestor. */
export function listedFor(address: string, groups: readonly Group[]): string | undefined {
  const listed = new Set(groups.flatMap(({ addresses }) => addresses));
  let at = address;
  while (at !== '/' && !listed.has(at)) at = at.replace(/[^/]*\/$/, '');
  return listed.has(at) ? at : undefined;
}

/** Position of the page at `address` in the sidebar; `undefined` if neither the page nor an ancestor is in it. */
export function placeOf(address: string, groups: readonly Group[]): Place | undefined {
  const listed = listedFor(address, groups);
  const group = groups.find(({ addresses }) => addresses.some((one) => one === listed));
  if (!group || listed === undefined) return undefined;
  const overview = overviewOf(group);
  const pages = sectionPages(group);
  return {
    section: group.label,
    overview,
    position: pages.indexOf(listed) + 1,
    count: pages.length,
    above: listed === address ? undefined : listed,
  };
}

/** Paths that include the page at `address`, in file order, with its position on each. */
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
 * The page after `address` in sidebar order; `undefined` after the last page and for a page outside the sidebar.
 * @param generated addresses of generated pages: those with the same sidebar entry follow one another, and the last leads to the next entry
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

/** Total reading time of a path in minutes. */
export const minutesOf = ({ steps }: Pick<ReadingPath, 'steps'>): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0);
