import { isLayoutAnchor } from '#model/layout-anchors.ts';
import type { AddressIndex, IndexChange } from './address-index.ts';
import { nearestAddress } from './nearest.ts';

/** State of a link's target. */
export type State = 'works' | 'moved' | 'retired' | 'unknown' | 'unpromised';

/** Why a link's target carries no promise. */
export type Unpromised = 'fragment' | 'layout' | 'search' | 'asset';

/** Result of judging a link. */
export interface Verdict {
  state: State;
  /** Address that the link requests, from the site's root. */
  address: string;
  /** New address, if it moved. */
  to?: string;
  /** What became of it, if it was retired. */
  note?: string;
  /** Most similar known addresses, if it is unknown. */
  nearest?: string[];
  /** Why it carries no promise, if it does not. */
  why?: Unpromised;
  /** Whether it uses `http` and should use `https`. */
  http: boolean;
  /** Changes since the requested day. */
  changes: IndexChange[];
}

/** Files that only pages load. */
const asset =
  /^\/(?:_[a-z]+|cards)\/|^\/(?:favicon\.svg|opensearch\.xml|robots\.txt|sitemap[^/]*\.xml|check-course\.json)$/;

const decode = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Address of a link from the site's root, with a leading slash; undefined if it is not on the site. */
export function addressOf(url: string, bases: readonly string[]): string | undefined {
  const bare = url.replace(/^(?:https?:)?\/\//i, '');
  for (const base of bases) {
    const place = base.replace(/^https?:\/\//i, '');
    if (bare.slice(0, place.length).toLowerCase() !== place.toLowerCase()) continue;
    const rest = bare.slice(place.length);
    if (rest === '') return '/';
    if (/^[/?#]/.test(rest)) return rest.startsWith('/') ? rest : `/${rest}`;
  }
  return undefined;
}

interface Asked {
  path: string;
  id: string;
  query: boolean;
  fragment: boolean;
}

/** Splits an address, normalising what servers and browsers ignore. */
function ask(address: string): Asked {
  const [, before = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
  const [id = ''] = hash.split(':~:');
  const path = decode(before).replace(/\/index\.html$/, '/');
  const folder = /\/$|\.[a-z0-9]+$/i.test(path) ? path : `${path}/`;
  return { path: folder, id: decode(id), query: query !== '', fragment: hash.includes(':~:') };
}

const has = (list: string | undefined, name: string) => list !== undefined && ` ${list} `.includes(` ${name} `);
const join = (path: string, id: string) => (id ? `${path}#${id}` : path);
const own = <T>(table: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

type Found = Pick<Verdict, 'state' | 'to' | 'note' | 'why'>;

/** Redirect of an address: its own entry, otherwise that of its page. */
function redirect(index: AddressIndex, path: string, id: string): Found | undefined {
  const exact = join(path, id);
  const to = own(index.moved, exact);
  if (to !== undefined) return { state: 'moved', to };
  const note = own(index.retired, exact) ?? own(index.retired, path);
  if (note !== undefined) return { state: 'retired', note };
  const page = own(index.moved, path);
  return page === undefined ? undefined : { state: 'moved', to: page.includes('#') ? page : join(page, id) };
}

/** Copies from before `links.json` listed files have pictures of every drawing with an embed page, a Markdown version of every page, and files for programs. */
function isOlderFile(index: AddressIndex, path: string): boolean {
  if (Object.keys(index.files).length > 0) return false;
  const drawing = /^\/d\/([a-z0-9-]+?)(?:-dark)?\.(?:svg|png)$/.exec(path)?.[1];
  if (drawing) return own(index.pages, `/embed/${drawing}/`) !== undefined;
  if (path.endsWith('/index.md')) return own(index.pages, path.slice(0, -'index.md'.length)) !== undefined;
  return /^\/(?:changes\.(?:atom|json)|links\.json|llms(?:-full)?\.txt|objects\.inv|schemas\/links-1\.json)$/.test(
    path,
  );
}

function lookUp(index: AddressIndex, { path, id, query }: Asked): Found {
  const short = /^\/go\/([^/]+)\/$/.exec(path)?.[1];
  if (short) {
    const target = own(index.words, short);
    if (target === undefined) return redirect(index, path, id) ?? { state: 'unknown' };
    if (!id) return { state: 'works' };
    const [page = ''] = target.split('#');
    // A section that moved has an entry of its own, which this finds.
    return lookUp(index, { path: page, id, query: false, fragment: false });
  }
  const slash = path.lastIndexOf('/') + 1;
  if (has(own(index.files, path.slice(0, slash)), path.slice(slash)) || isOlderFile(index, path))
    return { state: 'works' };
  const page = own(index.pages, path);
  if (page !== undefined && (!id || has(page, id))) return { state: 'works' };
  const moved = redirect(index, path, id);
  if (moved) return moved;
  if (page !== undefined && isLayoutAnchor(id)) return { state: 'unpromised', why: 'layout' };
  if (path === '/search/') return query ? { state: 'unpromised', why: 'search' } : { state: 'works' };
  if (asset.test(path)) return { state: 'unpromised', why: 'asset' };
  return { state: 'unknown' };
}

/** Whether a change concerns an address: the same section, or either of the two is a whole page. */
function concerns(change: IndexChange, address: string): boolean {
  const [path, id] = address.split('#');
  return change.concerns.some((one) => {
    const [page, section] = one.split('#');
    return page === path && (!section || !id || section === id);
  });
}

/** Final target of a link: behind a short link, or after a move. */
function destination(index: AddressIndex, { path, id }: Asked, { to }: Found): string {
  const short = /^\/go\/([^/]+)\/$/.exec(path)?.[1];
  const target = short ? own(index.words, short) : undefined;
  return to ?? (target ? (id ? join(target.split('#')[0]!, id) : target) : join(path.replace(/index\.md$/, ''), id));
}

/**
 * Judges a link.
 * @param address the link without the site's base URL, see {@link addressOf}
 * @param since changes after this day are reported, `YYYY-MM-DD`
 */
export function judge(index: AddressIndex, url: string, address: string, since?: string): Verdict {
  const asked = ask(address);
  const found = lookUp(index, asked);
  const ends = destination(index, asked, found);
  const unpromised = found.state === 'works' && asked.fragment;
  const changes = since
    ? index.changes.filter((change) => change.date > since && change.kind !== 'new' && concerns(change, ends))
    : [];
  return {
    ...found,
    ...(unpromised && { state: 'unpromised' as const, why: 'fragment' as const }),
    address: join(asked.path, asked.id),
    ...(found.state === 'unknown' && { nearest: nearestAddress(index, asked.path, asked.id) }),
    http: /^http:\/\//i.test(url) && !index.bases.some((base) => base.startsWith('http://') && url.startsWith(base)),
    changes,
  };
}
