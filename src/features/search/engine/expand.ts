import type { Head } from '../format.ts';
import { addHints, addSynonyms, turnsOfPhrase } from './meanings.ts';
import { rarest, takeApart, type Piece } from './pieces.ts';
import { addMatch, type QueryWord } from './query-word.ts';
import { softWords, stopWords } from './stop-words.ts';
import type { Match, Vocabulary } from './vocabulary.ts';
import { queryWords } from './words.ts';

/** Longest text that is looked at at all. */
const mostLetters = 2000;

/**
 * Takes a query apart into the words that carry meaning, each with what may stand for it in the index.
 * @param text whatever was typed or pasted
 */
export function expandQuery(text: string, vocabulary: Vocabulary, head: Pick<Head, 'synonyms' | 'hints'>): QueryWord[] {
  const typed = queryWords(text.slice(0, mostLetters));
  const unfinished = /[\p{L}\p{N}]$/u.test(text) ? typed.length - 1 : -1;
  const pieces = typed.flatMap((word, at) => takeApart(word, at === unfinished, vocabulary));
  const meaningful = pieces.filter(({ word }) => !stopWords.has(word));
  const kept = rarest(meaningful.length > 0 ? meaningful : pieces, vocabulary);
  const words = kept.map(({ word, last }) => ({
    word,
    soft: softWords.has(word),
    matches: matchesFor(word, last, vocabulary),
  }));
  joinNeighbours(pieces, words, vocabulary);
  for (const piece of words) piece.word = corrected(piece);
  addSynonyms(words, vocabulary, head.synonyms);
  addHints(words, vocabulary, head.hints);
  return [...words, ...turnsOfPhrase(typed, words, vocabulary, head.hints)];
}

function matchesFor(word: string, last: boolean, vocabulary: Vocabulary): Match[] {
  const forms = vocabulary.forms(word);
  const known = vocabulary.has(word);
  const completions = last
    ? vocabulary.completions(word).map((match) => (known ? { ...match, weight: match.weight / 4 } : match))
    : [];
  const found = [...forms, ...completions.filter((match) => !forms.some((form) => form.word === match.word))];
  if (found.length > 0) return found;
  const most = word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
  const corrections = most > 0 ? vocabulary.corrections(word, most) : [];
  if (corrections.length === 0) return vocabulary.completions(word);
  return corrections.flatMap(({ word: right, weight }, place) =>
    place > 0
      ? [{ word: right, weight }]
      : vocabulary.forms(right).map((form) => ({ word: form.word, weight: form.weight * weight })),
  );
}

/** The word that was most likely meant: the one typed if the index has it or its forms, else the best correction. */
function corrected({ word, matches }: QueryWord): string {
  return matches.some((match) => match.word === word) || matches.length === 0 ? word : bestOf(matches).word;
}

const bestOf = (matches: readonly Match[]) =>
  matches.reduce((best, match) => (match.weight > best.weight ? match : best));

/** `virtual box` also stands for `virtualbox`, and `back up` for `backup` although `up` alone carries nothing. */
function joinNeighbours(typed: readonly Piece[], words: readonly QueryWord[], vocabulary: Vocabulary): void {
  for (let at = 0; at + 1 < typed.length; at++) {
    const pair = [typed[at]!.word, typed[at + 1]!.word];
    const joined = pair.join('');
    if (!vocabulary.has(joined)) continue;
    for (const piece of words) if (pair.includes(piece.word)) addMatch(piece, { word: joined, weight: 1 });
  }
}
