import { distance } from 'fastest-levenshtein';
import { stemmer } from 'stemmer';
import { tuning } from './tuning.ts';

const { endings, beginning, correction, mostBeginnings, mostCorrections } = tuning.words;

/**
 * A word of the index that stands for a word of the query, and how well it does (1 is the word itself).
 * Several words with spaces between stand for it only where all of them do.
 */
export interface Match {
  word: string;
  weight: number;
  /** How well it names the same thing, where that is better than its weight in a text: `VM` is `virtual machine`. */
  naming?: number;
}

/** The words of the index: finds the word itself, its other endings, words that begin with it, and words spelled almost like it. */
export class Vocabulary {
  readonly #words: readonly string[];
  readonly #frequencies: readonly number[];
  readonly #numbers: Map<string, number>;
  /** Letters of each word as bits: words whose letters differ too much need no closer look. */
  #letters: Uint32Array | undefined;
  readonly #corrections = new Map<string, readonly Match[]>();

  /**
   * @param words sorted
   * @param frequencies in how many sections each stands
   */
  constructor(words: readonly string[], frequencies: readonly number[]) {
    this.#words = words;
    this.#frequencies = frequencies;
    this.#numbers = new Map(words.map((word, number) => [word, number]));
  }

  has(word: string): boolean {
    return this.#numbers.has(word);
  }

  /** The word's number, which says in which shard it is. */
  numberOf(word: string): number {
    return this.#numbers.get(word) ?? -1;
  }

  frequency(word: string): number {
    return this.#frequencies[this.numberOf(word)] ?? 0;
  }

  /** The word and its other endings (`isolate`, `isolated`, `isolation`): a plural counts almost as the word, the rest less. */
  forms(word: string): Match[] {
    const stem = stemmer(word);
    // Where the index knows the very word, its relatives are more likely about something else.
    const other = this.frequency(word) > 2 ? endings.known : endings.unknown;
    const start = stem.slice(0, Math.max(Math.min(3, word.length), stem.length - 1));
    return this.beginningWith(start)
      .filter((known) => known === word || isPlural(known, word) || (word.length > 2 && stemmer(known) === stem))
      .map((known) => ({ word: known, weight: known === word ? 1 : isPlural(known, word) ? endings.plural : other }));
  }

  /** Words that an unfinished word may become, the frequent ones first. */
  completions(start: string): Match[] {
    if (start.length < 2) return [];
    return this.beginningWith(start)
      .filter((word) => word !== start)
      .sort((a, b) => this.frequency(b) - this.frequency(a))
      .slice(0, mostBeginnings)
      .map((word) => ({ word, weight: beginning.least + (beginning.more * start.length) / word.length }));
  }

  /** Words that `word` may be a slip for: those with the fewest differences, at most `most`. A swap of two letters is one. */
  corrections(word: string, most: number): readonly Match[] {
    // Asked again at every further letter of the query, and the answer takes a look at every word.
    const key = `${most} ${word}`;
    const known = this.#corrections.get(key) ?? this.#correct(word, most);
    this.#corrections.set(key, known);
    return known;
  }

  #correct(word: string, most: number): Match[] {
    const letters = (this.#letters ??= Uint32Array.from(this.#words, lettersOf));
    const own = lettersOf(word);
    let least = most;
    let found: { word: string; away: number; rank: number }[] = [];
    for (let number = 0; number < letters.length; number++) {
      if (bits(letters[number]! ^ own) > least * 2) continue;
      const known = this.#words[number]!;
      if (Math.abs(known.length - word.length) > least || known.length < 3) continue;
      const away = slips(word, known);
      if (away > least || (away > 1 && known[0] !== word[0])) continue;
      if (away < least) found = found.filter((other) => other.away <= away);
      least = away;
      found.push({
        word: known,
        away,
        rank: Math.log(1 + this.#frequencies[number]!) - (known[0] === word[0] ? 0 : 4),
      });
    }
    return found
      .filter(({ away }) => away === least)
      .sort((a, b) => b.rank - a.rank)
      .slice(0, mostCorrections)
      .map(({ word: known, away }, place) => ({
        word: known,
        weight: correction[away === 1 ? 0 : 1] * correction[2] ** place,
      }));
  }

  /** All words with this beginning, in order. */
  beginningWith(start: string): string[] {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#words[middle]! < start) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (this.#words[end]?.startsWith(start)) end++;
    return this.#words.slice(low, end);
  }
}

const isPlural = (a: string, b: string) => a === `${b}s` || b === `${a}s` || a === `${b}es` || b === `${a}es`;

function lettersOf(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31);
  return set >>> 0;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set >>> 0; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Edits between two words, a swap of neighbours counted as one. */
function slips(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && a.length === b.length && isSwap(a, b) ? 1 : edits;
}

function isSwap(a: string, b: string): boolean {
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
