import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shortAddress, splitAddress } from './address.ts';
import { readCard, type Card } from './card.ts';
import { hostRules, netlify } from './hosts.ts';
import type { Links } from './read.ts';
import { forwardScript } from './script.ts';
import { movedSections, stubHtml, type Stub } from './stub.ts';

/** What was written. */
export interface Emitted {
  stubs: number;
  /** Pages that got a list of sections that left them. */
  lists: number;
}

/**
 * Writes a page at every old and short address of a build, lists of sections that moved, and `_redirects`.
 * @param dist folder of the build
 * @param base sub-path of the site, with slashes at both ends
 */
export function emitLinks(dist: string, { redirects, shortLinks }: Links, base: string): Emitted {
  const sectionsOf = Map.groupBy(
    redirects.filter(({ from }) => from.includes('#')),
    ({ from }) => splitAddress(from).path,
  );
  const fileOf = (address: string) => path.join(dist, splitAddress(address).path, 'index.html');
  const card = (to: string | null): Card | undefined =>
    to !== null && existsSync(fileOf(to)) ? readCard(readFileSync(fileOf(to), 'utf8'), to) : undefined;
  const stubs: [string, Omit<Stub, 'card'>][] = [
    ...shortLinks.map(({ word, to }): [string, Omit<Stub, 'card'>] => [
      shortAddress(word),
      { kind: 'short', to, note: undefined, sections: [] },
    ]),
    ...redirects
      .filter(({ from }) => !from.includes('#'))
      .map(({ from, to, note }): [string, Omit<Stub, 'card'>] => [
        from,
        { kind: to === null ? 'retired' : 'moved', to, note, sections: sectionsOf.get(from) ?? [] },
      ]),
  ];
  let lists = 0;
  for (const [page, sections] of sectionsOf) {
    if (!existsSync(fileOf(page))) continue;
    const html = readFileSync(fileOf(page), 'utf8');
    writeFileSync(fileOf(page), withList(html, movedSections(sections, base)));
    lists += 1;
  }
  for (const [from, stub] of stubs) write(fileOf(from), stubHtml({ ...stub, card: card(stub.to) }, base));
  writeFileSync(path.join(dist, '_redirects'), netlify(hostRules(redirects, shortLinks), base));
  return { stubs: stubs.length, lists };
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
  return `${html.slice(0, at)}${list}${html.slice(at)}`.replace('</body>', `<script>${forwardScript}</script></body>`);
}
