import type { QueryWord, Role } from './query-word.ts';
import type { Head, Postings } from '../format.ts';
import { tuning } from './tuning.ts';

/** How much a word counts by what it has to do with the answer. */
const roleShare = (role: Role) => (role === 'subject' ? 1 : tuning.words[role]);

const rarity = (count: number, found: number) => Math.log(1 + (count - found + 0.5) / (found + 0.5));

/** Sections in which a word stands, at most. */
const spread = (postings: Postings) => Math.max(...postings.map((list) => list.length / 2));

/** Weight of each word of the index. A rare form of a common word must not count as a rare word. */
export function weigh(
  words: readonly QueryWord[],
  postings: ReadonlyMap<string, Postings>,
  { count }: Head,
): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { matches, role } of words) {
    const commonest = Math.max(
      0,
      ...matches.filter(({ weight }) => weight > tuning.words.sureMatch).map(({ word }) => found(postings, word)),
    );
    for (const { word, weight: full } of matches) {
      const weight = full * roleShare(role);
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

/** What the words of a query say of its meaning. */
export interface Shares {
  /** The part that each word carries: rare words carry more. They add up to 1; a word that the site lacks tells no section from another. */
  each: number[];
  /** The part that words carry which the site has at all, from 0 to 1. */
  known: number;
}

/** Returns the part of the query's meaning that each of its words carries. */
export function sharesOf(
  words: readonly QueryWord[],
  { count }: Head,
  postings: ReadonlyMap<string, Postings>,
): Shares {
  const { leastRarity, rarityPower, unknownRarity } = tuning.words;
  const rarities = words.map(({ matches, role }) => {
    const most = Math.max(
      0,
      ...matches.map(({ word, weight }) => (weight > tuning.words.sureMatch ? found(postings, word) : 0)),
    );
    const rare = Math.max(leastRarity, most === 0 ? unknownRarity : rarity(count, most));
    return rare ** rarityPower * roleShare(role);
  });
  const has = rarities.map((each, at) => (words[at]!.matches.length > 0 ? each : 0));
  const total = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0) || 1;
  return { each: has.map((each) => each / total(has)), known: total(has) / total(rarities) };
}
