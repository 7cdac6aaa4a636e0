import type { Match } from './vocabulary.ts';

/** One word of a query that carries meaning. */
export interface QueryWord {
  /** As typed, or corrected. */
  word: string;
  /** Whether it says what is wanted rather than what it is about. */
  soft: boolean;
  /** Words of the index that stand for it, best first; none, if the index has nothing like it. */
  matches: Match[];
}

/** Lets a word of the index stand for a word of the query, or raises how well it does. */
export function addMatch(piece: QueryWord, match: Match): void {
  const known = piece.matches.find(({ word }) => word === match.word);
  if (!known) piece.matches.push(match);
  else Object.assign(known, { ...match, weight: Math.max(known.weight, match.weight) });
}
