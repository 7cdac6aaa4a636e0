import MiniSearch, { type AsPlainObject, type SearchResult } from 'minisearch';
import type { QueryWord } from './expand.ts';
import { favourNames } from './names.ts';
import { withPhrases } from './phrases.ts';
import { boosts, fields, kinds, kindWeights, type Head, type Postings } from './model.ts';

/** A section that answers, and how well. */
export interface Hit {
  /** The section's number. */
  section: number;
  score: number;
}

/** How much of its own score an entry gives to the section that explains it, and to the further ones. */
const sentOn = [0.8, 0.3];
/** How much a word counts that says what is wanted rather than what it is about. */
const softShare = 0.35;
/** Words in the heading and names against words in the text: what `match` says of them. */
const naming: readonly string[] = ['heading', 'names', 'title'];

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

const rarity = (count: number, found: number) => Math.log(1 + (count - found + 0.5) / (found + 0.5));

/** Sections in which a word stands, at most. */
const spread = (postings: Postings) => Math.max(...postings.map((list) => list.length / 2));

/** Weight of each word of the index. A rare form of a common word must not count as a rare word. */
function weigh(
  words: readonly QueryWord[],
  postings: ReadonlyMap<string, Postings>,
  { count }: Head,
): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { matches, soft } of words) {
    const commonest = Math.max(
      0,
      ...matches.filter(({ weight }) => weight > 0.55).map(({ word }) => found(postings, word)),
    );
    for (const { word, weight: full } of matches) {
      const weight = soft ? full * softShare : full;
      const own = found(postings, word);
      if (own === 0) continue;
      const fair = own < commonest ? rarity(count, commonest) / rarity(count, own) : 1;
      weights.set(word, Math.max(weights.get(word) ?? 0, weight * fair));
    }
  }
  return weights;
}

const found = (postings: ReadonlyMap<string, Postings>, word: string) => {
  const list = postings.get(word);
  return list ? spread(list) : 0;
};

/** The part of the query's meaning that each of its words carries: rare words carry more. They add up to 1. */
function sharesOf(words: readonly QueryWord[], { count }: Head, postings: ReadonlyMap<string, Postings>): number[] {
  const rarities = words.map(({ matches, soft }) => {
    const most = Math.max(0, ...matches.map(({ word, weight }) => (weight > 0.55 ? found(postings, word) : 0)));
    return (most === 0 ? 1 : Math.max(0.3, rarity(count, most))) * (soft ? softShare : 1);
  });
  const sum = rarities.reduce((a, b) => a + b, 0) || 1;
  return rarities.map((each) => each / sum);
}

/** For each word of the index: for which words of the query it stands, and how well. */
function standIns(words: readonly QueryWord[]): Map<string, [at: number, weight: number][]> {
  const places = new Map<string, [number, number][]>();
  words.forEach(({ matches }, at) => {
    for (const { word, weight } of matches) places.set(word, [...(places.get(word) ?? []), [at, weight]]);
  });
  return places;
}

/** How much of the query the section has, and how much of it stands in its heading or names; each from 0 to 1. */
function coverage({ match }: SearchResult, standing: ReturnType<typeof standIns>, shares: readonly number[]) {
  const best = shares.map(() => 0);
  const bestNamed = shares.map(() => 0);
  for (const [word, where] of Object.entries(match)) {
    const isNamed = where.some((field) => naming.includes(field));
    for (const [at, weight] of standing.get(word) ?? []) {
      best[at] = Math.max(best[at]!, weight);
      if (isNamed) bestNamed[at] = Math.max(bestNamed[at]!, weight);
    }
  }
  const sum = (parts: readonly number[]) => parts.reduce((total, part, at) => total + part * shares[at]!, 0);
  return { anywhere: sum(best), named: sum(bestNamed) };
}

/** The share of a section's heading that the query speaks of, from 0 to 1: `virtualization` is half of nested virtualization. */
function completeness({ id, match }: SearchResult, { lengths }: Head): number {
  const matched = Object.values(match).filter((where) => where.includes('heading')).length;
  return Math.min(1, matched / Math.max(1, lengths[fields.indexOf('heading')]![id as number]!));
}

/** An entry that answers also speaks for the sections that explain it. */
function vote(votes: Map<number, number>, section: number, score: number, { to }: Head): void {
  (to[section] ?? []).forEach((target, place) => {
    const given = score * (place === 0 ? sentOn[0]! : sentOn[1]!);
    votes.set(target, Math.max(votes.get(target) ?? 0, given));
  });
}

/** MiniSearch over these words alone, in the form that it saves itself in. */
function loadPart(postings: ReadonlyMap<string, Postings>, { count, averages, lengths }: Head): MiniSearch {
  const present = new Set<number>();
  const index = [...postings].map(([word, byField]) => [
    word,
    Object.fromEntries(byField.map((list, field) => [field, counts(list, present)])),
  ]);
  const saved = {
    documentCount: count,
    nextId: count,
    documentIds: Object.fromEntries([...present].map((section) => [section, section])),
    fieldIds: Object.fromEntries(fields.map((field, number) => [field, number])),
    fieldLength: Object.fromEntries([...present].map((section) => [section, lengths.map((list) => list[section]!)])),
    averageFieldLength: averages,
    storedFields: {},
    dirtCount: 0,
    index,
    serializationVersion: 2,
  };
  return MiniSearch.loadJS(saved as unknown as AsPlainObject, { idField: 'id', fields: [...fields] });
}

function counts(list: readonly number[], present: Set<number>): Record<number, number> {
  const byField: Record<number, number> = {};
  let section = 0;
  for (let at = 0; at < list.length; at += 2) {
    section += list[at]!;
    byField[section] = list[at + 1]!;
    present.add(section);
  }
  return byField;
}
