/** A change that authors of courses should know about. */
export interface IndexChange {
  /** Day of the change, `YYYY-MM-DD`. */
  date: string;
  /** `corrected`, `meaning`, `moved`, `retired` or `new`. */
  kind: string;
  title: string;
  /** Address of the change's own entry. */
  at: string;
  /** Pages and sections it concerns. */
  concerns: string[];
}

/** Addresses of a site that carry a promise. Kept compact, because a page loads it. */
export interface AddressIndex {
  /** Day of the build, `YYYY-MM-DD`. */
  day: string;
  /** Base URLs of the site, without a trailing slash. A link belongs to the site if it starts with one of them. */
  bases: string[];
  /** Ids on each page, separated by spaces, by the page's path. */
  pages: Record<string, string>;
  /** Target of each short link, by its word below `/go/`. */
  words: Record<string, string>;
  /** Current address of each moved address. */
  moved: Record<string, string>;
  /** For each retired address, a sentence on what became of it, or an empty string. */
  retired: Record<string, string>;
  /** Names of files, separated by spaces, by folder: `/d/` has the pictures. */
  files: Record<string, string>;
  /** Entries of the site's feed of changes. */
  changes: IndexChange[];
}

/** Fields of an entry of `links.json` that the index uses. */
export interface LinkEntry {
  /** Address from the site's root, with its `#id`. */
  address: string;
  /** `page`, `section`, `file` or another kind of `links.json`. */
  kind: string;
  /** Title of its page; in copies without the field `to`, the new address of one that moved. */
  page: string;
  /** Address of its short link. */
  short: string | null;
  /** `live`, `moved` or `retired`. */
  state: string;
  /** New address, if it moved. */
  to?: string;
  /** What became of it, if it was retired. */
  note?: string;
}

/** Fields of `links.json` that the index uses. */
export interface LinksDocument {
  /** Version of the format. */
  contract: number;
  /** Day of the build, `YYYY-MM-DD`. */
  generated: string;
  /** Base URL of the site. */
  base: string;
  links: readonly LinkEntry[];
}

/** Fields of `changes.json` that the index uses. */
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
  // Copies from before the field `to` have the new address in `page`.
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
 * Parses a site's `links.json`.
 * @throws if it is not JSON, or not version 1 of the list
 */
export function parseLinks(text: string): LinksDocument {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value) || value.contract !== 1 || typeof value.base !== 'string' || !Array.isArray(value.links))
    throw new Error('not the list of addresses of a copy of the site, version 1');
  return value as unknown as LinksDocument;
}

/**
 * Builds the index of a site.
 * @param links parsed `links.json`
 * @param feed parsed `changes.json`
 * @param from base URLs that these were fetched from, if they differ from the site's own
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
