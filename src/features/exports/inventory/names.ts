import { entryAddress } from '#model/collections.ts';
import type { Term } from '#model/schemas/term.ts';
import type { LinkRecord } from '../link-index/link-entry.ts';

/** A name in the inventory. */
export interface InventoryName {
  /** What it refers to: a page, a term, or anything else. */
  kind: 'std:doc' | 'std:term' | 'std:label';
  /** The name to link by. */
  name: string;
  /** Address without the leading slash. */
  location: string;
  /** Default text of a link to it. */
  shown: string;
}

/** Path of an address, with hyphens instead of slashes; `index` for the home page. */
const slugOf = (path: string) => path.replace(/^\/|\/$/g, '').replaceAll('/', '-') || 'index';

/** Names of a page, frame or file: the path and, for `:ref:`, the path with hyphens. */
function pageNames({ address, kind, title }: Pick<LinkRecord, 'address' | 'kind' | 'title'>): InventoryName[] {
  const [location, shown] = [address.slice(1), title.replace(/\s+/g, ' ')];
  if (kind === 'file') return [{ kind: 'std:label', name: location, location, shown }];
  return [
    { kind: 'std:doc', name: address.slice(1, -1) || 'index', location, shown },
    { kind: 'std:label', name: slugOf(address), location, shown },
  ];
}

/** Name of a section: its page's path with hyphens, two hyphens, and its id. No path contains two, so it cannot clash with a page. */
function sectionName({ address, title, page }: LinkRecord, common: ReadonlySet<string>): InventoryName {
  const [path = '', id = ''] = address.split('#');
  // Headings that many pages share, such as "See for yourself", are unclear without their page.
  const shown = (common.has(title) ? `${title} (${page})` : title).replace(/\s+/g, ' ');
  return { kind: 'std:label', name: `${slugOf(path)}--${id}`, location: address.slice(1), shown };
}

/** Name of a short link, which is a page in its own right: its path. */
const shortNames = ({ short, title }: LinkRecord): InventoryName[] =>
  short === null ? [] : pageNames({ address: short, kind: 'page', title });

/** Kinds of section that have had names since the first version. */
const firstNamed = new Set<LinkRecord['kind']>(['section', 'term', 'question', 'misconception', 'symptom', 'drawing']);

/** The original form of a section's name, with one hyphen before the id and none on the home page. A page with the same name takes precedence. */
const firstForm = (one: InventoryName): InventoryName => ({
  ...one,
  name: one.name.replace(/^index--/, '').replace('--', '-'),
});

/** Further names of a term: the parts of its title, its other names and its id, so that links survive a change of the title. */
function termNames({ id, term, aka }: Term): InventoryName[] {
  const parts = /^(.+?) \((.+)\)$/.exec(term)?.slice(1) ?? [];
  const location = entryAddress('glossary', id).slice(1);
  return [...parts, ...aka, id].map((name) => ({ kind: 'std:term', name, location, shown: term }));
}

/** Removes duplicate names; the first one wins. Ignores case, because Sphinx looks up terms and labels case-insensitively. */
function onlyOnce(names: readonly InventoryName[]): InventoryName[] {
  const taken = new Set<string>();
  return names.filter(({ kind, name }) => {
    const key = `${kind} ${name.toLowerCase()}`;
    return !taken.has(key) && Boolean(taken.add(key));
  });
}

/** Titles that occur on more than one page. */
function commonTitles(links: readonly LinkRecord[]): Set<string> {
  const pages = Map.groupBy(links, ({ title }) => title);
  return new Set(
    [...pages].filter(([, same]) => new Set(same.map(({ page }) => page)).size > 1).map(([title]) => title),
  );
}

/**
 * Every name that others can link by, including those of moved addresses, which redirect. Retired addresses are left out, so that a course's build
 * reports them.
 * @param records the contents of `links.json`
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
