import { tuning } from './tuning.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of the query as typed, or a part of one. */
export interface Piece {
  word: string;
  /** Whether the reader may still be typing it. */
  last: boolean;
}

/**
 * Splits a word that the index does not have between letters and digits (`wsl2`), or into the two words of a name (`virtualmachine`).
 * Any other two words would turn a name that the site does not know into something else: `openstack` is not an open stack.
 */
export function takeApart(
  word: string,
  last: boolean,
  vocabulary: Vocabulary,
  isName: (pair: string) => boolean,
): Piece[] {
  const whole = [{ word, last }];
  if (vocabulary.has(word) || (last && vocabulary.begins(word))) return whole;
  const parts = word.match(/\p{L}+|\p{N}+/gu) ?? [];
  if (parts.length === 2 && parts.every((part) => vocabulary.has(part)))
    return parts.map((part) => ({ word: part, last: false }));
  if (word.length < 7 || vocabulary.forms(word).length > 0) return whole;
  for (let at = 3; at <= word.length - 2; at++) {
    const halves = [word.slice(0, at), word.slice(at)];
    if (isName(halves.join(' ')) && halves.every((half) => vocabulary.has(half)))
      return halves.map((half) => ({ word: half, last: false }));
  }
  return whole;
}

/** The words of a query, each once. If there are too many, the rarest. */
export function rarest(pieces: readonly Piece[], vocabulary: Vocabulary): Piece[] {
  const most = tuning.words.most;
  const once = pieces.filter(({ word }, at) => pieces.findIndex((other) => other.word === word) === at);
  if (once.length <= most) return once;
  const known = once.filter(({ word }) => vocabulary.has(word));
  const limit = known.map(({ word }) => vocabulary.frequency(word)).sort((a, b) => a - b)[most - 1] ?? Infinity;
  return known.filter(({ word }) => vocabulary.frequency(word) <= limit).slice(0, most);
}
