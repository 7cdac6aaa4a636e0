import type { Head } from './model.ts';
import { partsOf } from './name-parts.ts';
import { softWords, stopWords } from './stop-words.ts';
import type { Match, Vocabulary } from './vocabulary.ts';
import { queryWords } from './words.ts';

/** One word of a query that carries meaning. */
export interface QueryWord {
  /** As typed, or corrected. */
  word: string;
  /** Whether it says what is wanted rather than what it is about. */
  soft: boolean;
  /** Words of the index that stand for it, best first; none, if the index has nothing like it. */
  matches: Match[];
}

/** More words than this come from pasted logs; the rare ones among them say what it is about. */
const mostWords = 16;
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

interface Piece {
  word: string;
  /** Whether the reader may still be typing it. */
  last: boolean;
}

/** A word that the index lacks is taken apart where letters meet digits (`wsl2`), or into two words that it knows (`virtualmachine`). */
function takeApart(word: string, last: boolean, vocabulary: Vocabulary): Piece[] {
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

function rarest(pieces: Piece[], vocabulary: Vocabulary): Piece[] {
  const once = pieces.filter(({ word }, at) => pieces.findIndex((other) => other.word === word) === at);
  if (once.length <= mostWords) return once;
  const known = once.filter(({ word }) => vocabulary.has(word));
  const limit = known.map(({ word }) => vocabulary.frequency(word)).sort((a, b) => a - b)[mostWords - 1] ?? Infinity;
  return known.filter(({ word }) => vocabulary.frequency(word) <= limit).slice(0, mostWords);
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
    for (const piece of words) if (pair.includes(piece.word)) add(piece, { word: joined, weight: 1 });
  }
}

/** Names of one thing stand for each other, less than the name that was typed; a name of several words counts where all of them stand. */
function addSynonyms(words: QueryWord[], vocabulary: Vocabulary, synonyms: Head['synonyms']): void {
  const typed = synonyms.flatMap((group) => namesIn(words, group));
  for (const { start, end, group } of typed) {
    if (typed.some((other) => other.start <= start && other.end >= end && other.end - other.start > end - start))
      continue;
    const own = words.slice(start, end);
    for (const name of group) {
      const { all: parts } = partsOf(name);
      // `Linux kernel` says nothing new to those who typed `kernel`, nor the other way round; a long name is rather a description.
      const narrower = own.every((piece) => parts.some((part) => same(piece, part)));
      const wider = parts.every((part) => own.some((piece) => same(piece, part)));
      if (parts.length > 3 || narrower || wider) continue;
      const stands =
        parts.length === 1
          ? vocabulary.forms(name)
          : parts.every((part) => vocabulary.has(part))
            ? [{ word: name, weight: 1 }]
            : [];
      for (const { word, weight } of stands) {
        for (const piece of own) add(piece, { word, weight: weight * 0.5, naming: weight * 0.9 });
      }
    }
  }
}

/** Where names of the group stand in the query: the place of the first word and the place after the last. */
function namesIn(words: readonly QueryWord[], group: readonly string[]) {
  const found: { start: number; end: number; group: readonly string[] }[] = [];
  for (const name of group) {
    const { all: parts } = partsOf(name);
    for (let start = 0; start + parts.length <= words.length; start++) {
      if (parts.every((part, offset) => same(words[start + offset]!, part)))
        found.push({ start, end: start + parts.length, group });
    }
  }
  return found;
}

/** A word that readers use for another thing as well. */
function addHints(words: readonly QueryWord[], vocabulary: Vocabulary, hints: Head['hints']): void {
  for (const [hint, ...means] of hints) {
    for (const piece of words.filter(({ word }) => word === hint)) {
      for (const { word, weight } of means.flatMap((other) => vocabulary.forms(other))) {
        add(piece, { word, weight: weight * 0.4, naming: weight * 0.75 });
      }
    }
  }
}

/** Words that were not typed but are meant by the turn of phrase that was: `should i` asks how to choose. */
function turnsOfPhrase(
  typed: readonly string[],
  words: readonly QueryWord[],
  vocabulary: Vocabulary,
  hints: Head['hints'],
): QueryWord[] {
  const phrase = ` ${typed.slice(0, mostWords * 4).join(' ')} `;
  const meant = hints
    .filter(([turn]) => phrase.includes(` ${turn} `) && !words.some(({ word }) => word === turn))
    .flatMap(([, ...means]) => means);
  return [...new Set(meant)]
    .map((word) => ({
      word,
      soft: true,
      matches: vocabulary.forms(word).map((form) => ({ ...form, weight: form.weight * 0.5 })),
    }))
    .filter(({ matches }) => matches.length > 0);
}

/** Whether a word of the query is this word or its plural. */
function same({ word }: QueryWord, part: string): boolean {
  return word === part || word === `${part}s` || part === `${word}s`;
}

function add(piece: QueryWord, match: Match): void {
  const known = piece.matches.find(({ word }) => word === match.word);
  if (!known) piece.matches.push(match);
  else Object.assign(known, { ...match, weight: Math.max(known.weight, match.weight) });
}
