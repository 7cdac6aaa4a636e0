import type { QueryWord, Role } from './query-word.ts';
import type { Head, Postings } from '../format.ts';
import { tuning } from './tuning.ts';

/** Weight of a word by its role. */
const roleShare = (role: Role) => (role === 'subject' ? 1 : tuning.words[role]);

const rarity = (count: number, found: number) => Math.log(1 + (count - found + 0.5) / (found + 0.5));

/** Number of sections with a word, in the field with the most. */
const spread = (postings: Postings) => Math.max(...postings.map((list) => list.length / 2));

/** Weights of the words of the index. A rare form of a common word must not count as a rare word. */
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

/** How the meaning of a query is distributed over its words. */
export interface Shares {
  /** Share of each word; rare words have more. They add up to 1; a word that the site does not have gets none, because it distinguishes no sections. */
  each: number[];
  /** Share of the words that the site has, from 0 to 1. */
  known: number;
}

/** Computes the share of the query's meaning that each of its words carries. */
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
