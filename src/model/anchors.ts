import { diagramsPage, listPageOf, listedNames, type Data } from './collections.ts';
import type { Page } from './page.ts';
import { quizSectionPage, sectionOfItem } from './quiz.ts';

/** Ids that the layout adds to a page when it has the corresponding part. */
export const layoutAnchors = ['_top', 'sources-on-this-page', 'leads-here'];

/** Every valid link target: each page's address with the set of anchors on that page. */
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
  for (const name of listedNames) {
    const anchors = known.get(listPageOf(name)!);
    if (anchors) for (const { id } of data[name]) anchors.add(id);
  }
  const drawings = known.get(diagramsPage);
  if (drawings) for (const id of diagrams) drawings.add(id);
  for (const item of data.quiz) {
    const section = sectionOfItem(item);
    if (section) known.get(quizSectionPage(section))?.add(item.id);
  }
  return known;
}
