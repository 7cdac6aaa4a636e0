import { joinAddress, splitAddress } from '../address.ts';

/** A page, or a rule of a host, as far as links are concerned. */
export interface LinkPage {
  /** Ids on the page itself. */
  ids: Set<string>;
  /** Ids of its headings of level 2 to 4 in the main part, in order. */
  headings: string[];
  /** Ids that have left the page, with their new addresses; null if retired. */
  moved: Map<string, string | null>;
  /** Set on redirect pages. */
  redirect?: 'moved' | 'short' | 'retired';
  /** Address that the whole page forwards to. */
  to?: string;
}

/** All pages by path. */
export type LinkPages = ReadonlyMap<string, LinkPage>;

/** Where an address leads, or why it leads nowhere. */
export type Landing = { at: string; hops: 0 | 1; retired?: true } | { lost: string; fix: string };

const redirects = 'content/data/redirects.yml';

/** Follows an address through the pages of a build or the rules of a host, as a browser does. */
export function resolve(address: string, pages: LinkPages): Landing {
  const { path, id } = splitAddress(address);
  const page = pages.get(path);
  if (!page)
    return { lost: `there is no page ${path}`, fix: `Add "from: ${path}" to ${redirects}, or bring the page back.` };
  if (id !== undefined && page.moved.has(id)) return follow(address, page.moved.get(id)!, pages);
  if (page.redirect === 'retired') return { at: path, hops: 0, retired: true };
  if (page.to !== undefined) {
    const target = splitAddress(page.to);
    return follow(address, joinAddress(target.path, target.id ?? id), pages);
  }
  if (id === undefined || page.ids.has(id)) return { at: address, hops: 0 };
  return {
    lost: `${path} has no id "${id}"`,
    fix: `Add "from: ${address}" to ${redirects}, or give the heading its id back.`,
  };
}

function follow(from: string, to: string | null, pages: LinkPages): Landing {
  if (to === null) return { at: from, hops: 0, retired: true };
  const { path, id } = splitAddress(to);
  if (path === splitAddress(from).path && pages.get(path)?.to !== undefined)
    return { lost: `it leads to itself: a loop`, fix: `Let ${from} lead to a page that exists.` };
  const page = pages.get(path);
  if (!page)
    return { lost: `it leads to ${path}, which is not a page`, fix: `Change "to" of ${from} in ${redirects}.` };
  if (page.to !== undefined || page.redirect || (id !== undefined && page.moved.has(id)))
    return {
      lost: `it leads to ${to}, which has itself moved: two hops or a loop`,
      fix: `Let ${from} lead straight to where ${to} went.`,
    };
  if (id !== undefined && !page.ids.has(id))
    return {
      lost: `it leads to ${to}, but ${path} has no id "${id}"`,
      fix: `Add "from: ${from}" with a section that exists as "to" to ${redirects}.`,
    };
  return { at: to, hops: 1 };
}
