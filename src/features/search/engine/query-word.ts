import type { Match } from './vocabulary.ts';

/** What a word of a query contributes. */
export type Role = 'subject' | 'compare' | 'soft';

/** One word of a query that carries meaning. */
export interface QueryWord {
  /** As typed, or corrected. */
  word: string;
  /** As typed. */
  typed: string;
  /** What the word contributes: the subject, a comparison, or little meaning (`soft`). */
  role: Role;
  /** Whether the reader may still be typing it. */
  unfinished: boolean;
  /** Words of the index that match it, best first; empty if the index has nothing like it. */
  matches: Match[];
}

/** Adds a word of the index to the matches of a word of the query, or raises its weight. */
export function addMatch(piece: Pick<QueryWord, 'matches'>, match: Match): void {
  const known = piece.matches.find(({ word }) => word === match.word);
  if (!known) piece.matches.push(match);
  else Object.assign(known, { ...match, weight: Math.max(known.weight, match.weight) });
}
