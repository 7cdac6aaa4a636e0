import { collectionNames, listPageOf } from '#model/collections.ts';
import { loadData } from '#model/data.ts';
import type { Page } from '#model/page.ts';
import { loadPages } from '#model/pages.ts';
import type { Problem } from '#shared/problem.ts';
import { joinAddress, splitAddress } from '../address.ts';

/** What each section says, as its set of words, by address. */
export type Meanings = Map<string, Set<string>>;

/** Words of the sections and entries of the content below `root`. */
export function readMeanings(root: string): Meanings {
  const meanings: Meanings = new Map();
  for (const page of loadPages(root)) addSections(meanings, page);
  const { data } = loadData(root);
  for (const name of collectionNames) {
    const path = listPageOf(name);
    if (path)
      for (const { id, ...rest } of data[name] ?? []) meanings.set(joinAddress(path, id), words(JSON.stringify(rest)));
  }
  return meanings;
}

function addSections(meanings: Meanings, { address, headings, prose }: Page): void {
  headings.forEach(({ id, text, line }, index) => {
    const end = headings[index + 1]?.line ?? Infinity;
    const body = prose.filter((one) => one.line > line && one.line < end).map((one) => one.text);
    if (id) meanings.set(joinAddress(address, id), words([text, ...body].join(' ')));
  });
}

const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);

/** Share of the words that two sections have in common, from 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = a.intersection(b).size;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

/**
 * Ids that now stand on what another id of the same page stood on before: their links would silently say something else.
 * A section that is rewritten in place is no such case; neither is one whose id is new or gone.
 */
export function checkMeanings(before: Meanings, now: Meanings): Problem[] {
  const byPage = Map.groupBy(now.keys(), (address) => splitAddress(address).path);
  return [...before].flatMap(([address, old]) => {
    const own = now.get(address);
    if (!own) return [];
    const kept = likeness(old, own);
    if (kept > 0.5) return [];
    const { path } = splitAddress(address);
    const other = byPage
      .get(path)!
      .filter((one) => one !== address && before.has(one))
      .find((one) => likeness(old, now.get(one)!) > Math.max(0.6, kept * 1.5));
    if (!other) return [];
    return [
      {
        file: path,
        problem: `what ${address} led to is now at ${other}, and ${address} leads to something else`,
        fix: 'Put the ids back: an id belongs to its subject. A new subject gets a new id.',
      },
    ];
  });
}
