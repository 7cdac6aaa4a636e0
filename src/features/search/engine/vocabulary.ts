import { stemmer } from 'stemmer';
import { isNear, isWide, shardsOf, type Alphabet } from './alphabet.ts';
import { placeOf } from './group.ts';
import { bits, lettersOf, slips } from './slips.ts';
import { tuning } from './tuning.ts';
import { byLetters, firstFrom, WordList } from './word-list.ts';
import { restTable, tableOf, wordTables } from '../format.ts';

const { endings, beginning, correction, mostBeginnings, mostCorrections } = tuning.words;

/**
 * A word of the index that matches a word of the query, and how well (1 is the word itself).
 * Several words with spaces between match only where all of them occur.
 */
export interface Match {
  word: string;
  /** From 0 to 1. */
  weight: number;
  /** How well it names the same thing, where that is better than its weight in a text: `VM` is `virtual machine`. */
  naming?: number;
}

/** What has to be loaded before the words of a query are known. */
export interface Wanted {
  /** Numbers of shards. */
  shards: readonly number[];
  /** Numbers of tables of words. */
  tables: readonly number[];
}

/**
 * The words of the index: finds the word itself, its other endings, words that begin with it, and words spelled almost like it.
 * Only part of the index is loaded. A lookup that needs a missing shard records it (see `takeWanted`) and treats the word as known, without variants;
 * the
 * caller loads the shards and repeats the lookup.
 */
export class Vocabulary {
  readonly #alphabet: Alphabet;
  /** The strays by their stem. */
  #families: ReadonlyMap<string, readonly string[]> | undefined;
  readonly #shards = new Map<number, WordList>();
  readonly #tables = new Map<number, { list: WordList; letters: Uint32Array }>();
  /** All words, once all tables are loaded. */
  #all: WordList | undefined;
  readonly #wantedShards = new Set<number>();
  readonly #wantedTables = new Set<number>();
  readonly #corrections = new Map<string, readonly Match[]>();

  constructor(alphabet: Alphabet) {
    this.#alphabet = alphabet;
  }

  /** Adds a loaded shard. */
  addShard(number: number, list: WordList): void {
    this.#shards.set(number, list);
  }

  /** Adds a loaded table of words. */
  addTable(number: number, list: WordList): void {
    this.#tables.set(number, { list, letters: Uint32Array.from(list.words, lettersOf) });
    if (this.#tables.size < wordTables.length) return;
    const all = [...this.#tables.values()]
      .flatMap(({ list: some }) => some.words.map((word) => [word, some.frequency(word)] as const))
      .sort(([a], [b]) => byLetters(a, b));
    this.#all = new WordList(
      all.map(([word]) => word),
      (place) => all[place]![1],
    );
  }

  /** Returns what lookups since the last call needed and did not have. */
  takeWanted(): Wanted {
    const wanted = { shards: [...this.#wantedShards], tables: [...this.#wantedTables] };
    this.#wantedShards.clear();
    this.#wantedTables.clear();
    return wanted;
  }

  /** Requests all words, for a query that would request most of the alphabet word by word. Returns whether they are loaded. */
  whole(): boolean {
    for (const number of wordTables) this.#hasTable(number);
    return this.#all !== undefined;
  }

  /** Whether the index has a word. True as well while the shard of the word is missing. */
  has(word: string): boolean {
    const list = this.#listOf(word);
    return list === undefined || list.placeOf(word) >= 0;
  }

  /** Number of sections with a word, rounded. 0 if the index does not have it, or its shard is missing. */
  frequency(word: string): number {
    return this.#listOf(word)?.frequency(word) ?? 0;
  }

  /** Whether two words are one word of the index when written together. False if only this lookup would need another shard. */
  joins(first: string, second: string): boolean {
    const joined = first + second;
    const { starts, compounds } = this.#alphabet;
    return (compounds.has(joined) || isNear(starts, first, joined)) && this.has(joined);
  }

  /** The word and its other endings (`isolate`, `isolated`, `isolation`): a plural counts almost as much as the word, the rest less. */
  forms(word: string): Match[] {
    const stem = stemmer(word);
    // If the index has the very word, its relatives are more likely about something else.
    const other = this.frequency(word) > 2 ? endings.known : endings.unknown;
    return this.#relatives(word, stem)
      .filter((known) => known === word || isPlural(known, word) || (word.length > 2 && stemmer(known) === stem))
      .map((known) => ({ word: known, weight: known === word ? 1 : isPlural(known, word) ? endings.plural : other }));
  }

  /** Words that an unfinished word may become, the most frequent first. */
  completions(start: string): Match[] {
    if (start.length < 2) return [];
    const { starts, common } = this.#alphabet;
    const list = !this.#all && isWide(starts, start) ? common : this;
    return list
      .beginningWith(start)
      .filter((word) => word !== start)
      .sort((a, b) => list.frequency(b) - list.frequency(a))
      .slice(0, mostBeginnings)
      .filter((word) => this.has(word))
      .map((word) => ({ word, weight: beginning.least + (beginning.more * start.length) / word.length }));
  }

  /** Whether any word has this beginning. */
  begins(start: string): boolean {
    const { starts, common } = this.#alphabet;
    return (
      starts[firstFrom(starts, start)]?.startsWith(start) ||
      common.beginningWith(start).length > 0 ||
      this.#listOf(start)?.beginningWith(start).length !== 0
    );
  }

  /** Words that `word` may be misspelled from: those with the fewest differences, at most `most`. A swap of two letters counts as one. */
  corrections(word: string, most: number): readonly Match[] {
    // Whether it is misspelled is only known once the shards that may contain it are loaded.
    if (this.#wantedShards.size > 0) return [];
    // Memoised, because every further letter of the query repeats the lookup, which compares every word.
    const key = `${most} ${word}`;
    const known = this.#corrections.get(key) ?? this.#correct(word, most);
    if (known) this.#corrections.set(key, known);
    return known ?? [];
  }

  #correct(word: string, most: number): Match[] | undefined {
    const lengths = Array.from({ length: 2 * most + 1 }, (_, at) => tableOf(word.length - most + at));
    const numbers = [...new Set(lengths)].filter((number) => number !== restTable);
    // Not `every`, which would request the tables one by one.
    if (numbers.filter((number) => !this.#hasTable(number)).length > 0) return undefined;
    const own = lettersOf(word);
    let least = most;
    let found: { word: string; away: number; rank: number }[] = [];
    for (const { list, letters } of numbers.map((number) => this.#tables.get(number)!)) {
      for (let number = 0; number < letters.length; number++) {
        if (bits(letters[number]! ^ own) > least * 2) continue;
        const known = list.words[number]!;
        if (Math.abs(known.length - word.length) > least || known.length < 3) continue;
        const away = slips(word, known);
        if (away > least || (away > 1 && known[0] !== word[0])) continue;
        if (away < least) found = found.filter((other) => other.away <= away);
        least = away;
        found.push({
          word: known,
          away,
          rank: Math.log(1 + list.frequency(known)) - (known[0] === word[0] ? 0 : 4),
        });
      }
    }
    return found
      .filter(({ away }) => away === least)
      .sort((a, b) => b.rank - a.rank || byLetters(a.word, b.word))
      .slice(0, mostCorrections)
      .map(({ word: known, away }, place) => ({
        word: known,
        weight: correction[away === 1 ? 0 : 1] * correction[2] ** place,
      }));
  }

  /** All words with this beginning, in order. */
  beginningWith(start: string): readonly string[] {
    if (this.#all) return this.#all.beginningWith(start);
    const [first, last] = shardsOf(this.#alphabet.starts, start);
    const found: string[] = [];
    for (let number = first; number <= last; number++) found.push(...(this.#shard(number)?.beginningWith(start) ?? []));
    return found;
  }

  /** Words that may be other forms of this one: those near it and near its stem in the alphabet, and strays elsewhere. */
  #relatives(word: string, stem: string): readonly string[] {
    const start = stemStart(word, stem);
    const near = [word, stem].flatMap((one) => this.#listOf(one)?.beginningWith(start) ?? []);
    this.#families ??= byStem(this.#alphabet.strays);
    const strays = (this.#families.get(stem) ?? []).filter((stray) => this.has(stray));
    // The beginning is that of the stem, which the word itself need not have: the stem of `key` is `kei`.
    return [...new Set([...near, ...strays, ...(this.has(word) ? [word] : [])])].sort(byLetters);
  }

  /** The list that has a word if the index does; undefined if it has to be loaded. */
  #listOf(word: string): WordList | undefined {
    const { starts } = this.#alphabet;
    return this.#all ?? (starts.length === 0 ? none : this.#shard(placeOf(starts, word)));
  }

  #shard(number: number): WordList | undefined {
    const list = this.#shards.get(number);
    if (!list) this.#wantedShards.add(number);
    return list;
  }

  #hasTable(number: number): boolean {
    const there = this.#tables.has(number);
    if (!there) this.#wantedTables.add(number);
    return there;
  }
}

const none = new WordList([], () => 0);

/** The beginning that all forms of a word share. */
const stemStart = (word: string, stem: string) => stem.slice(0, Math.max(Math.min(3, word.length), stem.length - 1));

const isPlural = (a: string, b: string) => a === `${b}s` || b === `${a}s` || a === `${b}es` || b === `${a}es`;

function byStem(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const families = new Map<string, string[]>();
  for (const word of words) families.set(stemmer(word), [...(families.get(stemmer(word)) ?? []), word]);
  return families;
}
