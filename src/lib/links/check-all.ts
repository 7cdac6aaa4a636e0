import type { Site } from '../content/site.ts';
import type { Problem } from '../problem.ts';
import { checkRedirects } from './check.ts';
import { checkShortLinks } from './check-words.ts';
import { readLinks } from './read.ts';
import { checkRecordForm, readRecord } from './record.ts';

/** Everything that can be seen to be wrong with redirects, short links and the record without a build. */
export function checkLinkData(root: string, site: Site, generated: readonly string[]): Problem[] {
  const links = readLinks(root);
  const pages = [...new Set(['/', ...site.sidebar, '/topics/'])];
  return [
    ...links.problems,
    ...checkRedirects(links, site.anchors, generated),
    ...checkShortLinks(links, site.anchors, pages, generated),
    ...checkRecordForm(readRecord(root)),
  ];
}
