import type { Head } from '../format.ts';
import { partsOf } from './name-parts.ts';
import { addMatch, type QueryWord } from './query-word.ts';
import { tuning } from './tuning.ts';
import type { Vocabulary } from './vocabulary.ts';

const { most, sameThing, hinted, turnOfPhrase } = tuning.words;

/** Adds synonyms. They count less than the name that was typed, and a name of several words counts where all of them occur. */
export function addSynonyms(
  words: QueryWord[],
  vocabulary: Vocabulary,
  synonyms: readonly (readonly string[])[],
): void {
  const typed = synonyms.flatMap((group) => namesIn(words, group));
  for (const { start, end, group } of typed) {
    if (typed.some((other) => other.start <= start && other.end >= end && other.end - other.start > end - start))
      continue;
    const own = words.slice(start, end);
    for (const name of group) {
      const { all: parts } = partsOf(name);
      // `Linux kernel` adds nothing to `kernel`, nor the other way round; a long name is rather a description.
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
        for (const piece of own)
          addMatch(piece, { word, weight: weight * sameThing.text, naming: weight * sameThing.naming });
      }
    }
  }
}

/** Places of a group's names in the query: the first word, and the one after the last. */
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

/** Adds the other meanings of words that readers use for more than one thing. */
export function addHints(words: readonly QueryWord[], vocabulary: Vocabulary, hints: Head['hints']): void {
  for (const [hint, ...means] of hints) {
    for (const piece of words.filter(({ word }) => word === hint)) {
      for (const { word, weight } of means.flatMap((other) => vocabulary.forms(other))) {
        addMatch(piece, { word, weight: weight * hinted.text, naming: weight * hinted.naming });
      }
    }
  }
}

/** Words that a turn of phrase in the query implies: `should i` asks how to choose. */
export function turnsOfPhrase(
  typed: readonly string[],
  words: readonly QueryWord[],
  vocabulary: Vocabulary,
  hints: Head['hints'],
): QueryWord[] {
  const phrase = ` ${typed.slice(0, most * 4).join(' ')} `;
  const meant = hints
    .filter(([turn]) => phrase.includes(` ${turn} `) && !words.some(({ word }) => word === turn))
    .flatMap(([, ...means]) => means);
  return [...new Set(meant)]
    .map((word) => ({
      word,
      typed: word,
      role: 'soft' as const,
      unfinished: false,
      matches: vocabulary.forms(word).map((form) => ({ ...form, weight: form.weight * turnOfPhrase })),
    }))
    .filter(({ matches }) => matches.length > 0);
}

/** Whether a word of the query is this word, or one is the plural of the other. */
function same({ word }: QueryWord, part: string): boolean {
  return word === part || word === `${part}s` || part === `${word}s`;
}
