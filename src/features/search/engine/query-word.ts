import type { Match } from './vocabulary.ts';

/** What a word of a query has to do with its answer. */
export type Role = 'subject' | 'compare' | 'soft';

/** One word of a query that carries meaning. */
export interface QueryWord {
  /** As typed, or corrected. */
  word: string;
  /** As typed. */
  typed: string;
  /** Whether it says what is wanted rather than what it is about. */
  role: Role;
  /** Whether the reader may still be typing it. */
  unfinished: boolean;
  /** Words of the index that stand for it, best first; none, if the index has nothing like it. */
  matches: Match[];
}

/** Lets a word of the index stand for a word of the query, or raises how well it does. */
export function addMatch(piece: Pick<QueryWord, 'matches'>, match: Match): void {
  const known = piece.matches.find(({ word }) => word === match.word);
  if (!known) piece.matches.push(match);
  else Object.assign(known, { ...match, weight: Math.max(known.weight, match.weight) });
}
