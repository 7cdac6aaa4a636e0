import type { Site } from '#model/load.ts';
import { collections, listPageOf, listedNames } from '#model/collections.ts';
import { dataFile } from '#model/data.ts';
import { plainText } from '#shared/inline-markdown.ts';
import type { Redirect } from '#model/schemas/redirect.ts';
import { entryTitle } from '#model/entry-title.ts';
import { t } from '#model/i18n.ts';
import { lastChanged, pageChanged } from '#model/last-changed.ts';
import { recordMaker, type LinkRecord, type MakeRecord } from './link-entry.ts';
import { drawingRecords, labRecords, quizRecords, shortLinksRecord, topicRecords } from './generated-links.ts';
import { fileRecords } from './files.ts';
import { words } from '#model/model.ts';

/** The part of a redirect that its record needs. */
type OldAddress = Pick<Redirect, 'from' | 'to' | 'since' | 'note'>;

/** Old addresses, which still work: each redirects to a new address or says that it is retired. */
const oldRecords = (redirects: readonly OldAddress[]): LinkRecord[] =>
  redirects.map(({ from, to, since, note }) => ({
    address: from,
    kind: from.includes('#') ? 'section' : 'page',
    title: to ? t('links.movedTo', { address: to }) : t('links.retired'),
    page: to ?? from,
    short: null,
    state: to ? 'moved' : 'retired',
    changed: since,
    ...(to && { to }),
    ...(note && { note: plainText(note) }),
  }));

/**
 * Every address of the site, sorted. Short links are included in the records of their targets.
 * @param short short links by target address
 * @param redirects moved and retired addresses
 * @param registry every address ever published; sections that components generate are only listed there
 */
export function linkRecords(
  site: Site,
  short: ReadonlyMap<string, string> = new Map(),
  redirects: readonly OldAddress[] = [],
  registry: readonly string[] = [],
): LinkRecord[] {
  const make = recordMaker(short);
  const pages = site.pages.flatMap((page) => {
    const { title } = words(page);
    const changed = pageChanged(page.address, page.file);
    const sections = page.headings.flatMap(({ id, text }) =>
      id
        ? [make({ address: `${page.address}#${id}`, kind: 'section', title: plainText(text), page: title, changed })]
        : [],
    );
    return [make({ address: page.address, kind: 'page', title, page: title, changed }), ...sections];
  });
  const own = [
    ...pages,
    ...entryRecords(site, make),
    ...drawingRecords(site, make),
    ...labRecords(site, make),
    ...topicRecords(site, make),
    ...quizRecords(site, make),
    shortLinksRecord(make),
  ];
  const records = [...own, ...fileRecords(site, make, own), ...oldRecords(redirects)];
  return [...records, ...generatedSections(registry, records, make)].sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** Sections of live pages and frames that come neither from a heading, nor from an entry or diagram. They are named after their page. */
function generatedSections(registry: readonly string[], known: readonly LinkRecord[], make: MakeRecord): LinkRecord[] {
  const addresses = new Set(known.map(({ address }) => address));
  const pages = new Map(
    known.filter(({ kind }) => kind === 'page' || kind === 'frame').map((page) => [page.address, page]),
  );
  return registry.flatMap((address) => {
    const page = pages.get(address.split('#')[0]!);
    if (!page || addresses.has(address) || !address.includes('#')) return [];
    return [make({ address, kind: 'section', title: page.title, page: page.title, changed: page.changed })];
  });
}

/** Entries of the reference lists. */
function entryRecords({ pages, data }: Site, make: MakeRecord): LinkRecord[] {
  return listedNames.flatMap((name) => {
    const address = listPageOf(name)!;
    const home = pages.find((page) => page.address === address);
    if (!home) return [];
    const page = words(home).title;
    const changed = lastChanged(dataFile(name));
    const { kind } = collections[name];
    return data[name].map((entry) =>
      make({ address: `${address}#${entry.id}`, kind, title: plainText(entryTitle(name, entry)), page, changed }),
    );
  });
}
