import type { Hit } from './rank.ts';
import { kinds, type Head } from '../format.ts';

/** A page that answers: its sections, best first. */
export interface PageHit {
  sections: number[];
  score: number;
}

/** How much further sections add to their page's best one: a page that is about the subject says more of it than one remark. */
const further = [1, 0.3, 0.15];

/** Hits by page, the best page first. The entries of a list have nothing in common, so there the best alone counts. */
export function groupByPage(hits: readonly Hit[], head: Head): PageHit[] {
  const pages = new Map<number, PageHit>();
  for (const { section, score } of hits) {
    const number = placeOf(head.pages, section);
    const page = pages.get(number) ?? { sections: [], score: 0 };
    const connected = head.kinds[section]! < kinds.indexOf('term');
    if (page.sections.length === 0) page.score = score;
    else if (connected) page.score += score * (further[page.sections.length] ?? 0);
    page.sections.push(section);
    pages.set(number, page);
  }
  return [...pages.values()].sort((a, b) => b.score - a.score);
}

/** The last place in sorted `starts` whose number is not above `number`. */
export function placeOf(starts: readonly number[], number: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= number) low = middle;
    else high = middle;
  }
  return low;
}
