import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { navigationFile, readNavigation } from '../lib/content/navigation.ts';

/** The groups of the sidebar with their pages, in the order in which the site is read. */
export const groups = readNavigation(parse(readFileSync(navigationFile, 'utf8')));

/** Every address of the sidebar, in reading order. */
export const sidebarAddresses = groups.flatMap(({ addresses }) => addresses);

/** The sidebar in the form that Starlight takes. */
export const sidebar = groups.map(({ label, addresses, labels }) => ({
  label,
  items: addresses.map((address) => {
    const name = labels.get(address);
    return name === undefined ? address.slice(1, -1) : { label: name, link: address };
  }),
}));
