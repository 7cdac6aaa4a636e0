import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shortAddress, splitAddress } from '../address.ts';
import { readOgTags } from './og-tags.ts';
import { isPublicId } from '../verify/published-urls.ts';
import { hostRules, netlify } from './hosts.ts';
import type { Links } from './read.ts';
import { forwardScript, movedSections, redirectPage, type RedirectPage } from './redirect-page.ts';

/** Result of writing redirect pages. */
export interface Written {
  /** Number of redirect pages. */
  pages: number;
  /** Number of pages that got a list of sections that left them. */
  lists: number;
}

/**
 * Writes a page at every old and short address of a build, lists of sections that moved, and `_redirects`.
 * @param dist folder of the build
 * @param base base path of the site, with slashes at both ends
 */
export function writeRedirectPages(dist: string, { redirects, shortLinks }: Links, base: string): Written {
  const sectionsOf = Map.groupBy(
    redirects.filter(({ from }) => from.includes('#')),
    ({ from }) => splitAddress(from).path,
  );
  const fileOf = (address: string) => path.join(dist, splitAddress(address).path, 'index.html');
  const pages: [string, Unfinished][] = [
    ...shortLinks.map(({ slug, to }): [string, Unfinished] => [
      shortAddress(slug),
      { kind: 'short', to, note: undefined, sections: [] },
    ]),
    ...redirects
      .filter(({ from }) => !from.includes('#'))
      .map(({ from, to, note }): [string, Unfinished] => [
        from,
        { kind: to === null ? 'retired' : 'moved', to, note, sections: sectionsOf.get(from) ?? [] },
      ]),
  ];
  let lists = 0;
  for (const [address, sections] of sectionsOf) {
    if (!existsSync(fileOf(address))) continue;
    const html = readFileSync(fileOf(address), 'utf8');
    writeFileSync(fileOf(address), withList(html, movedSections(sections, base)));
    lists += 1;
  }
  const targetOf = targetReader(fileOf);
  for (const [from, page] of pages) write(fileOf(from), redirectPage({ ...page, ...targetOf(page.to) }, base));
  writeFileSync(path.join(dist, '_redirects'), netlify(hostRules(redirects, shortLinks), base));
  return { pages: pages.length, lists };
}

/** A redirect page without what is read from its target. */
type Unfinished = Omit<RedirectPage, 'preview' | 'ids'>;

/** Returns a function that reads what a redirect page repeats of its target: its preview, and the ids that a link may name. Each target is read once. */
function targetReader(fileOf: (address: string) => string) {
  const known = new Map<string, Pick<RedirectPage, 'preview' | 'ids'>>();
  return (to: string | null): Pick<RedirectPage, 'preview' | 'ids'> => {
    if (to === null || !existsSync(fileOf(to))) return { preview: undefined, ids: [] };
    const found = known.get(to);
    if (found) return found;
    const html = readFileSync(fileOf(to), 'utf8');
    const ids = [...html.matchAll(/<[a-z][^>]* id="([^"]+)"/g)].map(([, id]) => id!).filter(isPublicId);
    // Links to a section lead to that section, whatever id they name.
    const target = { preview: readOgTags(html, to), ids: to.includes('#') ? [] : [...new Set(ids)] };
    known.set(to, target);
    return target;
  };
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Adds the list to a page, at the end of its main part and before the footer, and the script that forwards. */
function withList(html: string, list: string): string {
  const end = html.lastIndexOf('</main>');
  const footer = html.lastIndexOf('<footer', end);
  const at = footer < 0 ? end : footer;
  return `${html.slice(0, at)}${list}${html.slice(at)}`.replace(
    '</body>',
    `<script>${forwardScript()}</script></body>`,
  );
}
