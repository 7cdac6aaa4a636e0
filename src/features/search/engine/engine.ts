import { expandQuery, type Expanded } from './expand.ts';
import { groupByPage, placeOf, worthShowing, type PageHit } from './group.ts';
import type { Correction } from './corrections.ts';
import { mayBeForeign, translate, type Foreignness, type Translation } from './languages.ts';
import type { QueryWord } from './query-word.ts';
import { rank, type Hit } from './rank.ts';
import { readQuery, type ReadQuery } from './read-query.ts';
import { readShard, wordList, type LoadedShard } from './shard.ts';
import { stopWords } from './stop-words.ts';
import { readSubject, type Subject } from './subject.ts';
import { tuning } from './tuning.ts';
import { Vocabulary } from './vocabulary.ts';
import { queryWords } from './words.ts';
import {
  kinds,
  languagesFile,
  pointerFile,
  readRising,
  type Head,
  type Kind,
  type Name,
  type Postings,
  type Shard,
  type Shown,
  type WordTable,
} from '../format.ts';
import { unpack, unpackWords, type Bytes } from '../pack.ts';

/** One link of an answer. */
export interface FoundSection {
  /** Id of the heading or entry; empty for the top of the page. */
  id: string;
  heading: string;
  text: string;
  kind: Kind;
  /** The entry that led here, where the section itself lacks the words. */
  via?: { heading: string; title: string };
}

/** A page that answers, with its best sections. */
export interface Group {
  /** Address without the sub-path. */
  page: string;
  title: string;
  sections: FoundSection[];
  /** What puts it where it is. */
  worth: Pick<PageHit, 'score' | 'traits'>;
}

/** What a query found. */
export interface Answer {
  groups: Group[];
  /** Words of the index to mark in what is shown: those that were typed, in all their endings. */
  words: string[];
  /** Other names of the same, to mark where none of those stands. */
  others: string[];
  /** Whether the best answer has enough of the query to be called one. */
  fits: boolean;
  /** Words that the site has in no form. */
  missing: string[];
  /** Words that were looked for in another spelling. */
  corrected: Correction[];
  /** Words that each answer has as they stand, and words that none has, since the query says so. */
  exact: string[];
  without: string[];
  /** Signs of other search engines that mean nothing here. */
  ignored: string[];
  /** English words that a query in another language was understood as; none, if it was in English. */
  understood: string[];
}

/** Gives the bytes of a file of the index, by its path below the index's folder. */
export type Load = (path: string) => Promise<Bytes>;

/** How a query is asked. */
export interface Asked {
  /** How many pages to give at most. */
  most?: number;
  /** Whether the reader has stopped typing. While they type, the last word is only a beginning, and the first page stays first if it can. */
  settled?: boolean;
}

/** Words to mark in what is shown: those of a turn of phrase that carry nothing (`out of memory`) would be marked all over. */
function toMark(words: readonly QueryWord[]): Pick<Answer, 'words' | 'others'> {
  const all = words.flatMap(({ matches }) => matches).map((match) => ({ ...match, own: match.naming === undefined }));
  const telling = all.filter(({ word }) => !stopWords.has(word) && !word.includes(' '));
  const pick = (own: boolean) => [...new Set(telling.filter((match) => match.own === own).map(({ word }) => word))];
  const own = pick(true);
  return { words: own.length > 0 ? own : all.map(({ word }) => word), others: pick(false) };
}

/** The search itself, free of any page: reads what a query needs of the index, keeps it, and answers. */
export class Engine {
  readonly #load: Load;
  readonly #folder: string;
  readonly #head: Head;
  readonly #subject: Subject;
  readonly #vocabulary: Vocabulary;
  readonly #chunks: readonly number[];
  readonly #starts: readonly string[];
  /** Shards that are there, by their number. */
  readonly #shards = new Map<number, LoadedShard>();
  readonly #foreign: Foreignness;
  #languages: readonly Translation[] | undefined;
  readonly #kept = new Map<string, Promise<unknown>>();
  /** What was asked last: the words it was taken for, the page that came first, and the answer. */
  #last: { key: string; first: number | undefined; answer: Answer } | undefined;

  private constructor(load: Load, folder: string, head: Head) {
    this.#load = load;
    this.#folder = folder;
    this.#head = head;
    this.#chunks = readRising(head.chunks);
    this.#starts = unpackWords(head.shards);
    this.#subject = readSubject(head);
    this.#foreign = { stems: unpackWords(head.foreign[0]), own: new Set(unpackWords(head.foreign[1])) };
    this.#vocabulary = new Vocabulary({
      starts: this.#starts,
      common: wordList([head.common, head.frequencies]),
      compounds: new Set(unpackWords(head.compounds)),
      strays: unpackWords(head.strays),
    });
  }

  /**
   * Opens the index.
   * @throws if it is not there or does not read
   */
  static async open(load: Load): Promise<Engine> {
    const { folder } = JSON.parse(new TextDecoder().decode(await load(pointerFile))) as { folder: string };
    return new Engine(load, folder, await unpack<Head>(await load(`${folder}/head.bin`)));
  }

  /**
   * Answers a query; any text will do.
   * @throws if a file of the index is not there or does not read
   */
  async search(text: string, { most = 8, settled = true }: Asked = {}): Promise<Answer> {
    const { query, translated, expanded } = await this.#read(readQuery(text), settled);
    const { words, typed } = expanded;
    const key = JSON.stringify([words, typed, query.without, expanded.missing, query.ignored, most, settled]);
    // At most letters of a sentence nothing new is known: its last word is only a beginning.
    if (this.#last && (this.#last.key === key || (!settled && words.length === 0))) return this.#last.answer;
    const { postings, names } = await this.#postings([
      ...words.flatMap(({ matches }) => matches.flatMap(({ word }) => word.split(' '))),
      ...[...query.exact, ...query.without].filter((word) => this.#vocabulary.has(word)),
    ]);
    const ranking = rank(
      { words, typed, exact: query.exact, without: query.without, names: [...names, ...this.#subject.names] },
      postings,
      this.#subject,
      this.#head,
    );
    const pages = groupByPage(ranking, this.#head, settled ? undefined : this.#last?.first).slice(0, most);
    const groups = await Promise.all(pages.map((page, place) => this.#group(page, place)));
    const answer: Answer = {
      groups,
      ...toMark(words),
      fits: fits(pages, expanded),
      missing: translated ? [] : expanded.missing,
      corrected: expanded.corrected,
      exact: query.exact,
      without: query.without,
      ignored: query.ignored,
      understood: translated?.understood ?? [],
    };
    this.#last = { key, first: pages[0]?.page, answer };
    return answer;
  }

  /**
   * Finds out what a query means. The words of the index are in its shards, so it is read again until all that it asks for is there: most queries twice, and
   * once more where a word is a slip or of another language.
   */
  async #read(read: ReadQuery, settled: boolean) {
    const long = new Set(queryWords(read.text)).size > tuning.words.most * 2;
    const foreign = read.exact.length === 0 && mayBeForeign(read.text, this.#foreign);
    for (;;) {
      if (!long || this.#vocabulary.whole()) {
        const translated = foreign && this.#isStrange(read) ? this.#translated(read) : undefined;
        const query = translated ? { ...read, text: translated.text } : read;
        const expanded = expandQuery(query, this.#vocabulary, this.#subject, settled);
        for (const word of [...query.exact, ...query.without]) this.#vocabulary.has(word);
        if (!(await this.#loadWanted(foreign))) return { query, translated, expanded };
      } else await this.#loadWanted(foreign);
    }
  }

  /** Loads what the vocabulary lacks, and the words of other languages if there may be one. Returns whether there was anything to load. */
  async #loadWanted(foreign: boolean): Promise<boolean> {
    const { shards, tables } = this.#vocabulary.takeWanted();
    const loads: Promise<unknown>[] = [
      ...shards.map((number) => this.#shard(number)),
      ...tables.map(async (number) =>
        this.#vocabulary.addTable(number, wordList(await this.#file<WordTable>(`l${number}.bin`))),
      ),
    ];
    if (foreign && !this.#languages)
      loads.push(this.#file<Translation[]>(languagesFile).then((languages) => (this.#languages = languages)));
    await Promise.all(loads);
    return loads.length > 0;
  }

  /** Whether the site lacks a word of the query, which may be of another language then. */
  #isStrange({ text }: ReadQuery): boolean {
    const words = queryWords(text);
    const unfinished = /[\p{L}\p{N}]$/u.test(text) ? words.length - 1 : -1;
    // No `some`: it would want the shards of the words one by one.
    return (
      words.filter((word, at) => !(at === unfinished && this.#vocabulary.begins(word)) && !this.#knows(word)).length > 0
    );
  }

  #knows(word: string): boolean {
    return stopWords.has(word) || this.#vocabulary.has(word) || this.#subject.hasMeaning(word);
  }

  /** The query in English, if it is in another language. */
  #translated({ text }: ReadQuery) {
    return translate(text, this.#languages ?? [], (word) => this.#knows(word), this.#subject.isWholeName);
  }

  /** The postings of words, and the names that stand with them. */
  async #postings(words: readonly string[]): Promise<{ postings: Map<string, Postings>; names: Name[] }> {
    const numbers = new Map([...new Set(words)].map((word) => [word, placeOf(this.#starts, word)]));
    const needed = [...new Set(numbers.values())];
    const shards = new Map(
      await Promise.all(needed.map(async (number) => [number, await this.#shard(number)] as const)),
    );
    return {
      postings: new Map([...numbers].map(([word, number]) => [word, shards.get(number)!.postings(word)])),
      names: [...shards.values()].flatMap(({ names }) => names),
    };
  }

  async #shard(number: number): Promise<LoadedShard> {
    let shard = this.#shards.get(number);
    if (!shard) {
      shard = readShard(await this.#file<Shard>(`w${number}.bin`));
      this.#shards.set(number, shard);
      this.#vocabulary.addShard(number, shard.list);
    }
    return shard;
  }

  async #group(page: PageHit, place: number): Promise<Group> {
    const hits = worthShowing(page, this.#head, tuning.shownSections[place] ?? 1);
    const shown = await Promise.all(hits.map(({ section }) => this.#shown(section)));
    const [address, title] = shown[0]!;
    const sections = await Promise.all(
      shown.map(async ([, , id, heading, text], at) => ({
        id,
        heading,
        text,
        kind: kinds[this.#head.kinds[hits[at]!.section]!]!,
        ...(await this.#via(hits[at]!, address)),
      })),
    );
    return { page: address, title, sections, worth: { score: page.score, traits: page.traits } };
  }

  async #via({ via }: Hit, page: string): Promise<Pick<FoundSection, 'via'>> {
    if (via === undefined) return {};
    const [other, title, , heading] = await this.#shown(via);
    return other === page ? {} : { via: { heading, title } };
  }

  async #shown(section: number): Promise<Shown> {
    const chunks = this.#chunks;
    const chunk = placeOf(chunks, section);
    return (await this.#file<Shown[]>(`s${chunk}.bin`))[section - chunks[chunk]!]!;
  }

  #file<T>(name: string): Promise<T> {
    let kept = this.#kept.get(name);
    if (!kept) {
      kept = this.#load(`${this.#folder}/${name}`).then((body) => unpack<T>(body));
      // What failed once, for want of a network, may succeed at the next letter.
      kept.catch(() => this.#kept.delete(name));
      this.#kept.set(name, kept);
    }
    return kept as Promise<T>;
  }
}

/** Whether the best page has enough of the query, in itself or by the entry that led to it. */
function fits(pages: readonly PageHit[], { words }: Expanded): boolean {
  if (words.every(({ word }) => stopWords.has(word))) return false;
  const hits = pages[0]?.hits ?? [];
  return Math.max(0, ...hits.slice(0, 3).map(({ has, viaHas = 0 }) => Math.max(has, viaHas))) >= tuning.fits;
}
