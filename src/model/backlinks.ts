import { collections, entryAddress, type Data } from './collections.ts';
import { entryTitle } from './entry-title.ts';

/** The collections that backlinks come from, in the order in which a page lists them. */
const sources = ['questions', 'misconceptions', 'symptoms'] as const;

/** A question, misconception or symptom that a page answers. */
export interface Backlink {
  kind: 'question' | 'misconception' | 'symptom';
  /** What the reader asked, believed or saw. */
  text: string;
  /** Address of the entry. */
  href: string;
}

/** The entries that backlinks come from. */
export type BacklinkSources = Pick<Data, (typeof sources)[number]>;

/** A longer list helps nobody: then it names only the entries that the page explains first of all. */
const mostBacklinks = 10;

/** The entries that send their reader to the page at `address`, questions first; fragments count as the page. */
export function backlinksTo(address: string, data: BacklinkSources): Backlink[] {
  const leads = (link: string) => link.split('#')[0] === address;
  const from = (also: boolean) =>
    sources.flatMap((name) =>
      data[name]
        .filter((entry) => leads(entry.page) || (also && entry.also.some(leads)))
        .map((entry) => ({
          kind: collections[name].kind,
          text: entryTitle(name, entry),
          href: entryAddress(name, entry.id),
        })),
    );
  const all = from(true);
  return all.length > mostBacklinks ? from(false) : all;
}
