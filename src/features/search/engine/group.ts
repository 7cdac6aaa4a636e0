import type { Hit, Ranking } from './rank.ts';
import { likelihood, traitsOf, type Traits } from './traits.ts';
import { kinds, type Head } from '../format.ts';
import { tuning } from './tuning.ts';

/** A page that answers the query: its hits, best first. */
export interface PageHit {
  /** Index of the page in `pages` of the head. */
  page: number;
  hits: Hit[];
  score: number;
  traits: Traits;
}

const isEntry = (section: number, head: Head) => head.kinds[section]! >= kinds.indexOf('term');

/**
 * Groups hits by page, best page first. The entries of a list are unrelated, so only the best of them counts.
 * @param steady a page that stays first unless another is much better: while the reader types, the first result should not jump
 */
export function groupByPage({ hits, shares, list }: Ranking, head: Head, steady?: number): PageHit[] {
  const pages = new Map<number, Omit<PageHit, 'traits'>>();
  const hubs = new Set(head.hubs);
  for (const hit of hits) {
    const number = placeOf(head.pages, hit.section);
    const weight = hubs.has(number) && number !== list ? tuning.hubWeight : 1;
    const page = pages.get(number) ?? { page: number, hits: [], score: 0 };
    if (page.hits.length === 0) page.score = hit.score * weight;
    else if (!isEntry(hit.section, head))
      page.score += hit.score * weight * (tuning.furtherSections[page.hits.length] ?? 0);
    page.hits.push(hit);
    pages.set(number, page);
  }
  const bonus = ({ page }: Pick<PageHit, 'page'>) => (page === steady ? tuning.steady : 1);
  const sorted = [...pages.values()].sort((a, b) => b.score * bonus(b) - a.score * bonus(a));
  const least = (sorted[0]?.score ?? 0) * tuning.faint;
  const kept = sorted
    .filter(({ score }) => score >= least)
    .map((page): PageHit => ({ ...page, traits: traitsOf(page, shares, head) }));
  // The list that the query asks for gains nothing by being one page on the subject, which is what the traits see.
  const worth = (page: PageHit) =>
    page.score * bonus(page) * (page.page === list ? tuning.likelyList : likelihood(page.traits));
  return [...kept.slice(0, tuning.reordered).sort((a, b) => worth(b) - worth(a)), ...kept.slice(tuning.reordered)];
}

/**
 * Hits of a page that are worth showing, at most `most`: those that answer about as well as the first. A section that has the
 * words comes before the top of its page if that does not have them.
 */
export function worthShowing({ hits }: PageHit, head: Head, most: number): Hit[] {
  const [first] = hits;
  if (!first) return [];
  const { entry, section } = tuning.comparable;
  const near = hits.filter(
    (hit) =>
      hit === first ||
      hit.score >= first.score * (isEntry(hit.section, head) || isEntry(first.section, head) ? entry : section),
  );
  const shown = near.slice(0, most);
  const top = head.pages.includes(first.section);
  const better = top
    ? hits.slice(1, 6).find((hit) => !isEntry(hit.section, head) && hit.has > first.has + 0.05)
    : undefined;
  return better ? [better, ...shown.filter((hit) => hit !== better)].slice(0, most) : shown;
}

/** Index of the last item of sorted `starts` that is not above `wanted`; 0 if all are. */
export function placeOf<T extends number | string>(starts: readonly T[], wanted: T): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= wanted) low = middle;
    else high = middle;
  }
  return low;
}
