import { formatProblems } from '#shared/problem.ts';
import { onceRead } from './once-read.ts';
import { addressesOf, readNavigation, type Group } from './navigation.ts';

/**
 * The groups of the sidebar with their pages, in the order in which the site is read.
 * @throws with file, line and what is wrong if the file does not read
 */
export const sidebarGroups = (): readonly Group[] =>
  onceRead('sidebar', () => {
    const { groups, problems } = readNavigation(process.cwd());
    if (problems.length > 0) throw new Error(formatProblems(problems));
    return groups;
  });

/** Every address of the sidebar, in reading order. */
export const sidebarAddresses = (): string[] => addressesOf(sidebarGroups());

/** The sidebar in the form that Starlight takes, which opens the group of the page that is read. */
export const starlightSidebar = () =>
  sidebarGroups().map(({ label, addresses, labels }) => ({
    label,
    // With all groups open most entries are out of sight, and the current one with them.
    collapsed: true,
    items: addresses.map((address) => {
      const name = labels.get(address);
      return name === undefined ? address.slice(1, -1) : { label: name, link: address };
    }),
  }));
