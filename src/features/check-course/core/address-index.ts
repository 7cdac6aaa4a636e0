/** One change that a course should know of. */
export interface IndexChange {
  /** Day of the change, `YYYY-MM-DD`. */
  date: string;
  /** `corrected`, `meaning`, `moved`, `retired` or `new`. */
  kind: string;
  title: string;
  /** Its own address. */
  at: string;
  /** Pages and sections that it concerns. */
  concerns: string[];
}

/** What the check knows of a site: every address that carries a promise, in as few bytes as a page can load. */
export interface AddressIndex {
  /** Day that the site was built on. */
  day: string;
  /** Where the site stands, each without a slash at its end: a link is the site's if it begins with one of these. */
  bases: string[];
  /** Ids of each page, separated by spaces, by the page's path. */
  pages: Record<string, string>;
  /** What each word below `/go/` leads to. */
  words: Record<string, string>;
  /** Where addresses that moved lead now. */
  moved: Record<string, string>;
  /** What became of addresses that retired: a sentence, or nothing. */
  retired: Record<string, string>;
  /** Files by folder: `/d/` has the pictures. Names are separated by spaces. */
  files: Record<string, string>;
  changes: IndexChange[];
}

/** What the index reads of an entry of `links.json`. */
export interface LinkEntry {
  address: string;
  kind: string;
  page: string;
  short: string | null;
  state: string;
  to?: string;
  note?: string;
}

/** What the index reads of `links.json`. */
export interface LinksDocument {
  contract: number;
  generated: string;
  base: string;
  links: readonly LinkEntry[];
}

/** What the index reads of `changes.json`. */
export interface ChangesFeed {
  items: readonly {
    url: string;
    title: string;
    date_modified: string;
    tags?: readonly string[];
    _concerns?: { pages: readonly string[] };
  }[];
}

const add = (table: Record<string, string>, key: string, value: string) => {
  const before = table[key];
  table[key] = before ? `${before} ${value}` : value;
};

function place(index: AddressIndex, { address, kind, page, short, state, to, note }: LinkEntry): void {
  const [path = '', id] = address.split('#');
  const word = /^\/go\/([a-z0-9-]+)\/$/.exec(address)?.[1];
  // Copies from before the field `to` named the new address in `page`.
  if (state === 'moved' && word) index.words[word] = to ?? page;
  else if (state === 'moved') index.moved[address] = to ?? page;
  else if (state === 'retired') index.retired[address] = note ?? '';
  else if (kind === 'file')
    add(index.files, path.slice(0, path.lastIndexOf('/') + 1), path.slice(path.lastIndexOf('/') + 1));
  else if (id) add(index.pages, path, id);
  else index.pages[path] ??= '';
  const own = short && /^\/go\/([a-z0-9-]+)\/$/.exec(short)?.[1];
  if (own) index.words[own] = address;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * Reads what `links.json` of a copy of the site says.
 * @throws if it is not such a file
 */
export function parseLinks(text: string): LinksDocument {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value) || value.contract !== 1 || typeof value.base !== 'string' || !Array.isArray(value.links))
    throw new Error('not the list of addresses of a copy of the site, version 1');
  return value as unknown as LinksDocument;
}

/**
 * Makes the index of a site.
 * @param links what its `links.json` holds
 * @param feed what its `changes.json` holds
 * @param from where these were read, if that is not where the site says it stands
 */
export function addressIndex(links: LinksDocument, feed?: ChangesFeed, from: readonly string[] = []): AddressIndex {
  const bases = [...new Set([links.base, ...from].map((base) => base.replace(/\/+$/, '')))].filter(Boolean);
  const index: AddressIndex = {
    day: links.generated,
    bases,
    pages: {},
    words: {},
    moved: {},
    retired: {},
    files: {},
    changes: [],
  };
  for (const link of links.links) place(index, link);
  const below = (url: string) => (url.startsWith(links.base) ? url.slice(links.base.length) : url);
  index.changes = (feed?.items ?? []).map(({ url, title, date_modified, tags, _concerns }) => ({
    date: date_modified.slice(0, 10),
    kind: tags?.[0] ?? '',
    title,
    at: below(url),
    concerns: (_concerns?.pages ?? []).map(below),
  }));
  return index;
}
