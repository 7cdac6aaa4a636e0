import { formatProblems } from '#shared/problem.ts';
import { onceRead } from './once-read.ts';
import { addressesOf, readNavigation, type Group } from './navigation.ts';

/**
 * Groups of the sidebar with their pages, in reading order.
 * @throws with file, line and reason if the navigation file is invalid
 */
export const sidebarGroups = (): readonly Group[] =>
  onceRead('sidebar', () => {
    const { groups, problems } = readNavigation(process.cwd());
    if (problems.length > 0) throw new Error(formatProblems(problems));
    return groups;
  });

/** All addresses of the sidebar, in reading order. */
export const sidebarAddresses = (): string[] => addressesOf(sidebarGroups());

/** The sidebar as Starlight's `sidebar` option. Starlight expands the group of the current page. */
export const starlightSidebar = () =>
  sidebarGroups().map(({ label, addresses, labels }) => ({
    label,
    // With all groups expanded, most entries are out of view, the current one included.
    collapsed: true,
    items: addresses.map((address) => {
      const name = labels.get(address);
      return name === undefined ? address.slice(1, -1) : { label: name, link: address };
    }),
  }));
