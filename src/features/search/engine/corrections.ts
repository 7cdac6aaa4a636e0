import { tuning } from './tuning.ts';
import type { Match, Vocabulary } from './vocabulary.ts';

/** A word that the site lacks, and the one that was looked for instead. */
export interface Correction {
  typed: string;
  used: string;
}

/** Words of the index that a word may be a slip for, with their other endings; the best first. */
export function corrections(word: string, vocabulary: Vocabulary): Match[] {
  const [one, two] = tuning.words.correctFrom;
  const most = word.length >= two ? 2 : word.length >= one ? 1 : 0;
  // A code or a version is not misspelled: it is another one.
  if (most === 0 || /\p{N}/u.test(word)) return [];
  return vocabulary.corrections(word, most).flatMap(({ word: right, weight }, place) => {
    // All are asked for at once, so that what has to be loaded for them comes together.
    const isThere = vocabulary.has(right);
    const forms = place === 0 && isThere ? vocabulary.forms(right) : [];
    return forms.some((form) => form.word === right)
      ? forms.map((form) => ({ ...form, weight: form.weight * weight }))
      : [{ word: right, weight }];
  });
}
