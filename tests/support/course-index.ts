import { linkRecords } from '#features/exports/link-index/links.ts';
import { addressIndex, type AddressIndex, type ChangesFeed, type LinksDocument } from '#features/check-course/index.ts';
import { readRegistry, shortLinks } from '#features/permalinks/index.ts';
import { siteModel } from '#model/model.ts';
import { site } from './course-files.ts';

/** Addresses that a later year will have given up: none has been so far. */
const redirects = [
  { from: '/concepts/old-name/', to: '/concepts/containers/', since: '2026-12-01' },
  { from: '/traits/isolation/#old-escapes', to: '/traits/known-escapes/#copy-fail', since: '2026-12-01' },
  { from: '/concepts/given-up/', to: null, since: '2026-12-01', note: 'Read about containers instead.' },
];

/** What `links.json` of this site would hold in that year. */
export const linksDocument = (): LinksDocument => ({
  contract: 1,
  generated: '2026-12-24',
  base: site,
  links: linkRecords(siteModel(), shortLinks(), redirects, readRegistry(process.cwd())),
});

const change = (id: string, day: string, kind: string, pages: string[]) => ({
  url: `${site}/reference/changes/#${id}`,
  title: `Corrected: ${id}`,
  date_modified: `${day}T00:00:00.000Z`,
  tags: [kind],
  _concerns: { pages: pages.map((page) => site + page) },
});

/** What `changes.json` would hold. */
export const changesFeed: ChangesFeed = {
  items: [
    change('c-section', '2026-12-03', 'corrected', ['/traits/isolation/#known-escapes']),
    change('c-page', '2026-12-02', 'corrected', ['/reference/questions/']),
    change('c-new', '2026-12-04', 'new', ['/traits/isolation/']),
    change('c-old', '2026-11-01', 'corrected', ['/traits/isolation/']),
  ],
};

/** The index that a check goes by. */
export const courseIndex = (): AddressIndex => addressIndex(linksDocument(), changesFeed);
