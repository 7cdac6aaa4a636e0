import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { contentVersion } from './content-version.ts';
import { navigationFile, readNavigation, type Group } from './navigation.ts';

let known: { version: number; groups: Group[] } | undefined;

/** The groups of the sidebar with their pages, in the order in which the site is read. */
export function sidebarGroups(): readonly Group[] {
  const version = contentVersion();
  if (known?.version !== version) {
    const raw: unknown = parse(readFileSync(path.resolve(navigationFile), 'utf8'));
    known = { version, groups: readNavigation(raw) };
  }
  return known.groups;
}

/** Every address of the sidebar, in reading order. */
export const sidebarAddresses = (): string[] => sidebarGroups().flatMap(({ addresses }) => addresses);

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
