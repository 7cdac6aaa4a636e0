import { completeness, coverage, standIns } from './coverage.ts';
import type { QueryWord } from './query-word.ts';
import { loadPart } from './load-part.ts';
import { boosts, kinds, kindWeights, type Head, type Postings } from '../format.ts';
import { favourNames } from './names.ts';
import { withPhrases } from './phrases.ts';
import { sharesOf, weigh } from './weights.ts';

/** A section that answers, and how well. */
export interface Hit {
  /** The section's number. */
  section: number;
  score: number;
}

/** How much of its own score an entry gives to the section that explains it, and to the further ones. */
const sentOn = [0.8, 0.3];
/**
 * Sections that answer the query, best first. MiniSearch weighs the words; what is added is what it cannot know:
 * how much of the query a section covers, where its entries lead, and which names are a section's own.
 */
export function rank(words: readonly QueryWord[], loaded: ReadonlyMap<string, Postings>, head: Head): Hit[] {
  const postings = withPhrases(words, loaded);
  const weights = weigh(words, postings, head);
  if (weights.size === 0) return [];
  const results = loadPart(postings, head).search([...weights.keys()].join('\n'), {
    tokenize: (text) => text.split('\n'),
    processTerm: (term) => term,
    boost: boosts,
    boostTerm: (term) => weights.get(term) ?? 0,
  });
  const shares = sharesOf(words, head, postings);
  const standing = standIns(words);
  const scores = new Map<number, number>();
  const votes = new Map<number, number>();
  for (const result of results) {
    const { anywhere, named } = coverage(result, standing, shares);
    const section = result.id as number;
    const score = result.score * (0.05 + 0.75 * anywhere ** 3 + 1.2 * named ** 3);
    scores.set(section, score);
    vote(votes, section, score * named * (0.7 + 0.3 * completeness(result, head)), head);
  }
  for (const [target, given] of votes) {
    const own = scores.get(target) ?? 0;
    scores.set(target, Math.max(own, given) + 0.5 * Math.min(own, given));
  }
  favourNames(scores, words, shares, head);
  return [...scores]
    .map(([section, score]) => ({ section, score: score * kindWeights[kinds[head.kinds[section]!]!] }))
    .sort((a, b) => b.score - a.score || a.section - b.section);
}

/** An entry that answers also speaks for the sections that explain it. */
function vote(votes: Map<number, number>, section: number, score: number, { to }: Head): void {
  (to[section] ?? []).forEach((target, place) => {
    const given = score * (place === 0 ? sentOn[0]! : sentOn[1]!);
    votes.set(target, Math.max(votes.get(target) ?? 0, given));
  });
}
