import { entryAddress } from '#model/collections.ts';
import type { Term } from '#model/schemas/term.ts';
import type { LinkRecord } from '../link-index/link-entry.ts';

/** One name of the inventory. */
export interface InventoryName {
  /** What it stands for: a page, a term, or any other place. */
  kind: 'std:doc' | 'std:term' | 'std:label';
  name: string;
  /** Address without the slash at its beginning. */
  location: string;
  /** Words of a link that has none of its own. */
  shown: string;
}

/** Path of an address with hyphens for slashes; that of the home page is `index`. */
const slugOf = (path: string) => path.replace(/^\/|\/$/g, '').replaceAll('/', '-') || 'index';

/** Names of pages, frames and files: the path, and for `:ref:` the path with hyphens. */
function pageNames({ address, kind, title }: Pick<LinkRecord, 'address' | 'kind' | 'title'>): InventoryName[] {
  const [location, shown] = [address.slice(1), title.replace(/\s+/g, ' ')];
  if (kind === 'file') return [{ kind: 'std:label', name: location, location, shown }];
  return [
    { kind: 'std:doc', name: address.slice(1, -1) || 'index', location, shown },
    { kind: 'std:label', name: slugOf(address), location, shown },
  ];
}

/** The name of a section: its page's path with hyphens, two hyphens, and its id. No path has two, so no page can have that name. */
function sectionName({ address, title, page }: LinkRecord, common: ReadonlySet<string>): InventoryName {
  const [path = '', id = ''] = address.split('#');
  // Headings that many pages share, such as "See for yourself", say little without their page.
  const shown = (common.has(title) ? `${title} (${page})` : title).replace(/\s+/g, ' ');
  return { kind: 'std:label', name: `${slugOf(path)}--${id}`, location: address.slice(1), shown };
}

/** Name of a short link, which is a page of its own: its path. */
const shortNames = ({ short, title }: LinkRecord): InventoryName[] =>
  short === null ? [] : pageNames({ address: short, kind: 'page', title });

/** Kinds of section that had a name from the first. */
const firstNamed = new Set<LinkRecord['kind']>(['section', 'term', 'question', 'misconception', 'symptom', 'drawing']);

/** The name that sections had at first, with one hyphen before the id and none on the home page; it gives way to a page's. */
const firstForm = (one: InventoryName): InventoryName => ({
  ...one,
  name: one.name.replace(/^index--/, '').replace('--', '-'),
});

/** Names of a term beside its title: the parts of the title, its other names and its id, so that a title may be reworded. */
function termNames({ id, term, aka }: Term): InventoryName[] {
  const parts = /^(.+?) \((.+)\)$/.exec(term)?.slice(1) ?? [];
  const location = entryAddress('glossary', id).slice(1);
  return [...parts, ...aka, id].map((name) => ({ kind: 'std:term', name, location, shown: term }));
}

/** Each name once, for the first that claims it. Sphinx finds terms and labels in any capitals, so those make no difference. */
function onlyOnce(names: readonly InventoryName[]): InventoryName[] {
  const taken = new Set<string>();
  return names.filter(({ kind, name }) => {
    const key = `${kind} ${name.toLowerCase()}`;
    return !taken.has(key) && Boolean(taken.add(key));
  });
}

/** Titles that stand on more than one page. */
function commonTitles(links: readonly LinkRecord[]): Set<string> {
  const pages = Map.groupBy(links, ({ title }) => title);
  return new Set(
    [...pages].filter(([, same]) => new Set(same.map(({ page }) => page)).size > 1).map(([title]) => title),
  );
}

/**
 * Every name by which others link here: of what moved too, which still leads on. What was given up has none, so that a course's build tells of it.
 * @param records what `links.json` lists
 */
export function inventoryNames(records: readonly LinkRecord[], terms: readonly Term[]): InventoryName[] {
  const links = records.filter(({ state }) => state !== 'retired');
  const common = commonTitles(links.filter(({ kind }) => kind === 'section'));
  const anchored = links.filter(({ address }) => address.includes('#'));
  const nameOf = (link: LinkRecord) => sectionName(link, common);
  const titles = terms.map(({ id, term }): InventoryName => {
    return { kind: 'std:term', name: term, location: entryAddress('glossary', id).slice(1), shown: term };
  });
  return onlyOnce([
    ...links.filter(({ address }) => !address.includes('#')).flatMap(pageNames),
    ...anchored.map(nameOf),
    ...anchored.filter(({ kind }) => firstNamed.has(kind)).map((link) => firstForm(nameOf(link))),
    ...titles,
    ...terms.flatMap(termNames),
    ...links.flatMap(shortNames),
  ]);
}
