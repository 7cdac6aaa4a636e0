import { collections, entryAddress, type Data } from './collections.ts';
import { entryTitle } from './entry-title.ts';

/** Collections whose entries become backlinks, in display order. */
const sources = ['questions', 'misconceptions', 'symptoms'] as const;

/** A question, misconception or symptom that a page answers. */
export interface Backlink {
  kind: 'question' | 'misconception' | 'symptom';
  /** What the reader asked, believed or saw. */
  text: string;
  /** Address of the entry. */
  href: string;
}

/** The data from which backlinks are built. */
export type BacklinkSources = Pick<Data, (typeof sources)[number]>;

/** A longer list helps nobody. Above this limit, only entries with the page as their main explanation are listed. */
const mostBacklinks = 10;

/** Entries that link to the page at `address`, questions first. Fragments are ignored. */
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
