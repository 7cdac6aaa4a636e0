import { corrections, type Correction } from './corrections.ts';
import { addHints, addSynonyms, turnsOfPhrase } from './meanings.ts';
import { rarest, takeApart, type Piece } from './pieces.ts';
import { addMatch, type QueryWord, type Role } from './query-word.ts';
import type { ReadQuery } from './read-query.ts';
import { compareWords, softWords, stopWords } from './stop-words.ts';
import type { Subject } from './subject.ts';
import { tuning } from './tuning.ts';
import type { Match, Vocabulary } from './vocabulary.ts';
import { queryWords } from './words.ts';

/** Interpretation of a query. */
export interface Expanded {
  words: QueryWord[];
  /** All words as typed, including those without meaning. */
  typed: string[];
  /** Words that the site does not have in any form. */
  missing: string[];
  corrected: Correction[];
}

/**
 * Splits a query into the words that carry meaning, each with the words of the index that match it.
 * @param settled whether the reader has stopped typing: until then, the last word is only a beginning
 */
export function expandQuery(query: ReadQuery, vocabulary: Vocabulary, subject: Subject, settled: boolean): Expanded {
  const exact = new Set(query.exact);
  const all = queryWords(query.text);
  const unfinished = /[\p{L}\p{N}]$/u.test(query.text);
  // While a later word is being typed, its beginning could be that of any word, and would only make the results jump.
  const typed = unfinished && !settled && all.length > 1 ? all.slice(0, -1) : all;
  const last = unfinished && typed.length === all.length ? typed.length - 1 : -1;
  const pieces = typed.flatMap((word, at) =>
    exact.has(word) || stopWords.has(word)
      ? [{ word, last: at === last && !exact.has(word) }]
      : takeApart(word, at === last, vocabulary, subject.isName),
  );
  const meaningful = pieces.filter(({ word }) => !stopWords.has(word) || exact.has(word));
  const kept = rarest(meaningful.length > 0 || !settled ? meaningful : pieces, vocabulary);
  const corrected: Correction[] = [];
  const words = kept.map(({ word, last: unfinished }): QueryWord => {
    const matches = exact.has(word)
      ? vocabulary.has(word)
        ? [{ word, weight: 1 }]
        : []
      : matchesFor(word, unfinished, vocabulary);
    const right =
      matches.length === 0 && !exact.has(word) && !subject.hasMeaning(word) ? corrections(word, vocabulary) : [];
    const best = right[0]?.word;
    if (best !== undefined && (settled || !unfinished)) corrected.push({ typed: word, used: best });
    return {
      word: best ?? word,
      typed: word,
      role: roleOf(best ?? word),
      unfinished,
      matches: right.length > 0 ? right : matches,
    };
  });
  joinNeighbours(pieces, words, vocabulary, exact);
  const free = words.filter(({ typed: word }) => !exact.has(word));
  addSynonyms(free, vocabulary, subject.groups);
  addHints(free, vocabulary, subject.hints);
  const missing = words.filter(({ matches, unfinished }) => matches.length === 0 && (settled || !unfinished));
  return {
    words: [...words, ...turnsOfPhrase(typed, words, vocabulary, subject.hints)],
    typed,
    missing: missing.map(({ typed: word }) => word),
    corrected,
  };
}

/** Endings that a listed verb or noun may have: `provides`, `provided`, `providing`. */
const endings = ['s', 'es', 'd', 'ed', 'ing'];

/** Whether a list has the word or its base form. */
const listed = (words: ReadonlySet<string>, word: string): boolean =>
  words.has(word) ||
  endings.some((end) => {
    const base = word.endsWith(end) ? word.slice(0, -end.length) : '';
    return words.has(base) || words.has(`${base}e`);
  });

const roleOf = (word: string): Role =>
  listed(compareWords, word) ? 'compare' : listed(softWords, word) ? 'soft' : 'subject';

function matchesFor(word: string, unfinished: boolean, vocabulary: Vocabulary): Match[] {
  const forms = vocabulary.forms(word);
  if (!unfinished) return forms;
  const less = vocabulary.has(word) ? tuning.words.beginningOfKnown : 1;
  const completions = vocabulary.completions(word).map((match) => ({ ...match, weight: match.weight * less }));
  return [...forms, ...completions.filter((match) => !forms.some((form) => form.word === match.word))];
}

/** `virtual box` also matches `virtualbox`, and `back up` matches `backup` although `up` alone has no meaning. */
function joinNeighbours(
  typed: readonly Piece[],
  words: readonly QueryWord[],
  vocabulary: Vocabulary,
  exact: ReadonlySet<string>,
): void {
  for (let at = 0; at + 1 < typed.length; at++) {
    const [first, second] = [typed[at]!.word, typed[at + 1]!.word];
    if (exact.has(first) || exact.has(second) || !vocabulary.joins(first, second)) continue;
    for (const piece of words)
      if (piece.typed === first || piece.typed === second) addMatch(piece, { word: first + second, weight: 1 });
  }
}
