import { expandQuery, type Expanded } from './expand.ts';
import { groupByPage, placeOf, worthShowing, type PageHit } from './group.ts';
import type { Correction } from './corrections.ts';
import { mayBeForeign, translate, type Foreignness, type Translation } from './languages.ts';
import { listAsked } from './lists.ts';
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
  /** Text of the section, for an excerpt. */
  text: string;
  kind: Kind;
  /** The entry that led here, if the section itself does not have the words. */
  via?: { heading: string; title: string };
}

/** A page that answers the query, with its best sections. */
export interface Group {
  /** Address without the base path. */
  page: string;
  title: string;
  sections: FoundSection[];
  /** What determined its place. */
  worth: Pick<PageHit, 'score' | 'traits'>;
}

/** Result of a query. */
export interface Answer {
  /** Pages, best first. */
  groups: Group[];
  /** Words of the index to mark in results: those that were typed, with all their endings. */
  words: string[];
  /** Synonyms, to mark where none of those words occurs. */
  others: string[];
  /** Whether the best result covers enough of the query to be called an answer. */
  fits: boolean;
  /** Words that the site does not have in any form. */
  missing: string[];
  /** Words that were searched for in another spelling. */
  corrected: Correction[];
  /** Words that each result has literally, because the query requires it. */
  exact: string[];
  /** Words that no result has, because the query requires it. */
  without: string[];
  /** Operators of other search engines that mean nothing here. */
  ignored: string[];
  /** English words that a query in another language was understood as; empty if it was in English. */
  understood: string[];
}

/** Loads a file of the index, by its path relative to the index's folder. */
export type Load = (path: string) => Promise<Bytes>;

/** Options of a search. */
export interface Asked {
  /** Maximum number of pages. Default: 8. */
  most?: number;
  /** Whether the reader has stopped typing. Until then the last word is only a beginning, and the first page stays first if possible. Default: true. */
  settled?: boolean;
}

/** Words to mark in results. Words of a turn of phrase that have no meaning (`out of memory`) would be marked everywhere. */
function toMark(words: readonly QueryWord[]): Pick<Answer, 'words' | 'others'> {
  const all = words.flatMap(({ matches }) => matches).map((match) => ({ ...match, own: match.naming === undefined }));
  const telling = all.filter(({ word }) => !stopWords.has(word) && !word.includes(' '));
  const pick = (own: boolean) => [...new Set(telling.filter((match) => match.own === own).map(({ word }) => word))];
  const own = pick(true);
  return { words: own.length > 0 ? own : all.map(({ word }) => word), others: pick(false) };
}

/** The search itself, independent of any page: loads the parts of the index that a query needs, caches them, and answers. */
export class Engine {
  readonly #load: Load;
  readonly #folder: string;
  readonly #head: Head;
  readonly #subject: Subject;
  readonly #vocabulary: Vocabulary;
  readonly #chunks: readonly number[];
  readonly #starts: readonly string[];
  /** Loaded shards, by their number. */
  readonly #shards = new Map<number, LoadedShard>();
  readonly #foreign: Foreignness;
  #languages: readonly Translation[] | undefined;
  readonly #kept = new Map<string, Promise<unknown>>();
  /** The last query: what it was understood as, the page that came first, and the answer. */
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
   * @throws if it is missing or does not parse
   */
  static async open(load: Load): Promise<Engine> {
    const { folder } = JSON.parse(new TextDecoder().decode(await load(pointerFile))) as { folder: string };
    return new Engine(load, folder, await unpack<Head>(await load(`${folder}/head.bin`)));
  }

  /**
   * Answers a query, which may be any text.
   * @throws if a file of the index is missing or does not parse
   */
  async search(text: string, { most = 8, settled = true }: Asked = {}): Promise<Answer> {
    const { query, translated, expanded } = await this.#read(readQuery(text), settled);
    const { words, typed } = expanded;
    const key = JSON.stringify([words, typed, query.without, expanded.missing, query.ignored, most, settled]);
    // Most keystrokes within a sentence change nothing, because its last word is only a beginning.
    if (this.#last && (this.#last.key === key || (!settled && words.length === 0))) return this.#last.answer;
    const { postings, names } = await this.#postings([
      ...words.flatMap(({ matches }) => matches.flatMap(({ word }) => word.split(' '))),
      ...[...query.exact, ...query.without].filter((word) => this.#vocabulary.has(word)),
    ]);
    const asked = listAsked(typed, words, this.#head.lists);
    const ranking = rank(
      {
        words: asked?.words ?? words,
        typed,
        exact: query.exact,
        without: query.without,
        names: [...names, ...this.#subject.names],
        ...(asked && { list: asked.page }),
      },
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
   * Interprets a query. The words of the index are in its shards, so the query is read again until all shards it needs are loaded: mostly twice, and
   * once more if a word is misspelled or foreign.
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

  /** Loads the parts that the vocabulary recorded as missing, and the translations if a word may be foreign. Returns whether there was anything to load. */
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

  /** Whether the site does not know a word of the query, so that it may be foreign. */
  #isStrange({ text }: ReadQuery): boolean {
    const words = queryWords(text);
    const unfinished = /[\p{L}\p{N}]$/u.test(text) ? words.length - 1 : -1;
    // Not `some`, which would stop at the first unknown word and request the shards one by one.
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

  /** Postings of words, and the names in the same shards. */
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
      // A request that failed, as without a network, may succeed at the next keystroke.
      kept.catch(() => this.#kept.delete(name));
      this.#kept.set(name, kept);
    }
    return kept as Promise<T>;
  }
}

/** Whether the best page covers enough of the query, itself or by the entry that led to it. */
function fits(pages: readonly PageHit[], { words }: Expanded): boolean {
  if (words.every(({ word }) => stopWords.has(word))) return false;
  const hits = pages[0]?.hits ?? [];
  return Math.max(0, ...hits.slice(0, 3).map(({ has, viaHas = 0 }) => Math.max(has, viaHas))) >= tuning.fits;
}
