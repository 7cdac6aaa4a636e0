import type { Vocabulary } from './vocabulary.ts';

/** More words than this come from pasted logs; the rare ones among them say what it is about. */
export const mostWords = 16;
/** A word of the query as it was typed, or a part of one. */
export interface Piece {
  word: string;
  /** Whether the reader may still be typing it. */
  last: boolean;
}

/** A word that the index lacks is taken apart where letters meet digits (`wsl2`), or into two words that it knows (`virtualmachine`). */
export function takeApart(word: string, last: boolean, vocabulary: Vocabulary): Piece[] {
  const whole = [{ word, last }];
  if (vocabulary.has(word) || (last && vocabulary.beginningWith(word).length > 0)) return whole;
  const parts = word.match(/\p{L}+|\p{N}+/gu) ?? [];
  if (parts.length === 2 && parts.every((part) => vocabulary.has(part)))
    return parts.map((part) => ({ word: part, last: false }));
  if (word.length < 7 || vocabulary.forms(word).length > 0 || vocabulary.corrections(word, 1).length > 0) return whole;
  let best: { halves: string[]; known: number } = { halves: [], known: 1 };
  for (let at = 3; at <= word.length - 2; at++) {
    const halves = [word.slice(0, at), word.slice(at)];
    const known = Math.min(...halves.map((half) => vocabulary.frequency(half)));
    if (known > best.known) best = { halves, known };
  }
  return best.halves.length > 0 ? best.halves.map((half) => ({ word: half, last: false })) : whole;
}

/** The words of a query, each once; of too many those that say most. */
export function rarest(pieces: Piece[], vocabulary: Vocabulary): Piece[] {
  const once = pieces.filter(({ word }, at) => pieces.findIndex((other) => other.word === word) === at);
  if (once.length <= mostWords) return once;
  const known = once.filter(({ word }) => vocabulary.has(word));
  const limit = known.map(({ word }) => vocabulary.frequency(word)).sort((a, b) => a - b)[mostWords - 1] ?? Infinity;
  return known.filter(({ word }) => vocabulary.frequency(word) <= limit).slice(0, mostWords);
}
