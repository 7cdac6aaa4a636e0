import type { PageHit } from './group.ts';
import { learned } from './learned.ts';
import { kinds, type Head } from '../format.ts';

/** Number of hits of a page that are considered. */
const looked = 6;

/** Traits of a page that answers the query, besides its score; each roughly from 0 to 1. */
export type Traits = Record<keyof typeof learned, number>;

/**
 * Determines the traits of a page that answers the query.
 * @param shares share of the query's meaning that each of its words carries
 */
export function traitsOf({ hits }: Pick<PageHit, 'hits'>, shares: readonly number[], { kinds: kindOf }: Head): Traits {
  const [first, second] = hits;
  const all = hits.slice(0, looked).reduce((words, hit) => words | hit.words, 0);
  const kind = kinds[kindOf[first!.section]!]!;
  return {
    second: (second?.score ?? 0) / first!.score || 0,
    via: first!.via === undefined ? 0 : 1,
    led: first!.led ? 1 : 0,
    named: first!.named,
    words: shares.filter((_, at) => first!.words & (1 << at)).length / shares.length,
    meaning: shares.reduce((sum, share, at) => sum + (all & (1 << at) ? share : 0), 0),
    hits: Math.log(1 + hits.length),
    section: kind === 'section' ? 1 : 0,
    question: kind === 'question' ? 1 : 0,
  };
}

/** Factor by which a page with these traits is more likely to be the answer than its score says. */
export const likelihood = (traits: Traits): number =>
  Math.exp(Object.entries(learned).reduce((sum, [trait, weight]) => sum + weight * traits[trait as keyof Traits], 0));
