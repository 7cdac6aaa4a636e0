import { siteModel } from '#model/model.ts';
import { onceRead } from '#model/once-read.ts';
import { furtherShortLinks, readLinks, readRegistry, shortLinks } from '#features/permalinks/index.ts';
import { buildDay } from '#shared/build-date.ts';
import type { LinkRecord } from './link-entry.ts';
import { linkRecords } from './links.ts';

/** Every address of the site, including moved and retired ones. */
export const siteLinks = (): LinkRecord[] =>
  onceRead('links', () =>
    linkRecords(
      siteModel(),
      shortLinks(),
      [...readLinks(process.cwd()).redirects, ...furtherShortLinks()],
      readRegistry(process.cwd()),
    ),
  );

/**
 * The contents of `/links.json`.
 * @param base prefix of every address, without trailing slash
 */
export const linksDocument = (base: string) => ({ contract: 1, generated: buildDay(), base, links: siteLinks() });
