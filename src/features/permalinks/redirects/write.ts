import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shortAddress, splitAddress } from '../address.ts';
import { readOgTags, type OgTags } from './og-tags.ts';
import { hostRules, netlify } from './hosts.ts';
import type { Links } from './read.ts';
import { forwardScript, movedSections, redirectPage, type RedirectPage } from './redirect-page.ts';

/** What was written. */
export interface Written {
  pages: number;
  /** Pages that got a list of sections that left them. */
  lists: number;
}

/**
 * Writes a page at every old and short address of a build, lists of sections that moved, and `_redirects`.
 * @param dist folder of the build
 * @param base sub-path of the site, with slashes at both ends
 */
export function writeRedirectPages(dist: string, { redirects, shortLinks }: Links, base: string): Written {
  const sectionsOf = Map.groupBy(
    redirects.filter(({ from }) => from.includes('#')),
    ({ from }) => splitAddress(from).path,
  );
  const fileOf = (address: string) => path.join(dist, splitAddress(address).path, 'index.html');
  const preview = (to: string | null): OgTags | undefined =>
    to !== null && existsSync(fileOf(to)) ? readOgTags(readFileSync(fileOf(to), 'utf8'), to) : undefined;
  const pages: [string, Omit<RedirectPage, 'preview'>][] = [
    ...shortLinks.map(({ slug, to }): [string, Omit<RedirectPage, 'preview'>] => [
      shortAddress(slug),
      { kind: 'short', to, note: undefined, sections: [] },
    ]),
    ...redirects
      .filter(({ from }) => !from.includes('#'))
      .map(({ from, to, note }): [string, Omit<RedirectPage, 'preview'>] => [
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
  for (const [from, page] of pages) write(fileOf(from), redirectPage({ ...page, preview: preview(page.to) }, base));
  writeFileSync(path.join(dist, '_redirects'), netlify(hostRules(redirects, shortLinks), base));
  return { pages: pages.length, lists };
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A page with the list at the end of its main part, before the footer, and the script that forwards. */
function withList(html: string, list: string): string {
  const end = html.lastIndexOf('</main>');
  const footer = html.lastIndexOf('<footer', end);
  const at = footer < 0 ? end : footer;
  return `${html.slice(0, at)}${list}${html.slice(at)}`.replace(
    '</body>',
    `<script>${forwardScript()}</script></body>`,
  );
}
