import { siteModel } from '#model/model.ts';
import { furtherShortLinks, readLinks, readRegistry, shortLinks } from '#features/permalinks/index.ts';
import { buildDay } from '#shared/build-date.ts';
import { linkRecords } from './links.ts';

/**
 * What `/links.json` holds.
 * @param base what stands before each address, without a slash at its end
 */
export function linksDocument(base: string) {
  return {
    contract: 1,
    generated: buildDay(),
    base,
    links: linkRecords(
      siteModel(),
      shortLinks(),
      [...readLinks(process.cwd()).redirects, ...furtherShortLinks()],
      readRegistry(process.cwd()),
    ),
  };
}
