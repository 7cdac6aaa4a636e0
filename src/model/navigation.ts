import { navigationSchema } from './schemas/navigation.ts';

/** Where authors write the order of the pages, from the project's root. */
export const navigationFile = 'content/data/navigation.yml';

/** One group of the sidebar. */
export interface Group {
  label: string;
  /** Addresses in reading order. */
  addresses: string[];
  /** Labels of the pages that code makes, by address: Starlight knows the titles of authors' pages only. */
  labels: Map<string, string>;
}

/**
 * The groups of the sidebar.
 * @param raw what the YAML file holds
 * @throws with file, place and what is wrong
 */
export function readNavigation(raw: unknown): Group[] {
  const { success, data, error } = navigationSchema.safeParse(raw);
  if (!success) {
    const told = error.issues.map(
      ({ path, message }) => `${navigationFile}  entry ${path.map(String).join('.')}: ${message}`,
    );
    throw new Error(
      `${told.join('\n')}\n    Each group has a label and pages: addresses such as /section/page/, or { address: …, label: … }.`,
    );
  }
  return data.map(({ label, pages }) => ({
    label,
    addresses: pages.map((page) => (typeof page === 'string' ? page : page.address)),
    labels: new Map(pages.flatMap((page) => (typeof page === 'string' ? [] : [[page.address, page.label]]))),
  }));
}
