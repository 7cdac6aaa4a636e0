import { tuning } from './tuning.ts';
import type { Match, Vocabulary } from './vocabulary.ts';

/** A word that the site does not have, and the one that was searched for instead. */
export interface Correction {
  /** As typed. */
  typed: string;
  /** As searched for. */
  used: string;
}

/** Words of the index that a word may be misspelled from, with their other endings; best first. */
export function corrections(word: string, vocabulary: Vocabulary): Match[] {
  const [one, two] = tuning.words.correctFrom;
  const most = word.length >= two ? 2 : word.length >= one ? 1 : 0;
  // Codes and versions are not misspelled: they are different ones.
  if (most === 0 || /\p{N}/u.test(word)) return [];
  return vocabulary.corrections(word, most).flatMap(({ word: right, weight }, place) => {
    // Look up every word, so that the missing shards are loaded together.
    const isThere = vocabulary.has(right);
    const forms = place === 0 && isThere ? vocabulary.forms(right) : [];
    // The word itself first: it is the one that the reader is told, and its other endings only match as well.
    const others = forms.filter((form) => form.word !== right);
    return [{ word: right, weight }, ...others.map((form) => ({ ...form, weight: form.weight * weight }))];
  });
}
