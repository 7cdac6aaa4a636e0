import type { CollectionName, Data } from './schemas/index.ts';
import type { Page } from './page.ts';

/** Pages whose body lists a collection: each entry is a section there, with the entry's id as its anchor. */
export const listedOn: Partial<Record<CollectionName, string>> = {
  glossary: '/reference/glossary/',
  sources: '/reference/sources/',
  numbers: '/reference/numbers/',
  misconceptions: '/reference/misconceptions/',
  questions: '/reference/questions/',
  symptoms: '/reference/symptoms/',
  contradictions: '/reference/contradictions/',
  history: '/reference/history/',
  changes: '/reference/changes/',
};

/** Ids that the layout itself puts on every page that has what they name. */
export const layoutAnchors = ['_top', 'sources-on-this-page', 'leads-here'];

/** All addresses that a link may lead to: each page with the set of anchors on it. */
export function knownAnchors(
  pages: readonly Page[],
  data: Data,
  generated: readonly string[] = [],
  diagrams: Iterable<string> = [],
): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>();
  for (const address of generated) known.set(address, new Set(layoutAnchors));
  for (const page of pages) {
    const anchors = new Set(layoutAnchors);
    for (const { id } of page.headings) if (id) anchors.add(id);
    known.set(page.address, anchors);
  }
  for (const [name, address] of Object.entries(listedOn)) {
    const anchors = known.get(address);
    if (anchors) for (const { id } of data[name as CollectionName]) anchors.add(id);
  }
  const drawings = known.get('/teach/diagrams/');
  if (drawings) for (const id of diagrams) drawings.add(id);
  return known;
}
