import { expandQuery } from './expand.ts';
import { groupByPage, placeOf } from './group.ts';
import { pointerFile, type Head, type Postings, type Shown } from '../format.ts';
import { unpack, unpackWords, type Bytes } from '../pack.ts';
import { rank } from './rank.ts';
import { stopWords } from './stop-words.ts';
import { Vocabulary } from './vocabulary.ts';

/** A page that answers, with its best sections. */
export interface Group {
  /** Address without the sub-path. */
  page: string;
  title: string;
  sections: { id: string; heading: string; text: string }[];
}

/** What a query found. */
export interface Answer {
  groups: Group[];
  /** How many pages were found; `groups` has the best of them. */
  pages: number;
  /** Words of the index that matched, for marking them in excerpts. */
  words: string[];
}

/** Gives the bytes of a file of the index, by its path below the index's folder. */
export type Load = (path: string) => Promise<Bytes>;

/** How many sections the best pages show; further pages show one. */
const shownSections = [3, 2, 2];

/** Words to mark in what is shown: those of a turn of phrase that carry nothing (`out of memory`) would be marked all over. */
const marked = (words: readonly string[]): string[] => {
  const telling = words.filter((word) => !stopWords.has(word));
  return telling.length > 0 ? telling : [...words];
};

/** The search itself, free of any page: reads what a query needs of the index, keeps it, and answers. */
export class Engine {
  readonly #load: Load;
  readonly #folder: string;
  readonly #head: Head;
  readonly #vocabulary: Vocabulary;
  readonly #kept = new Map<string, Promise<unknown>>();

  private constructor(load: Load, folder: string, head: Head) {
    this.#load = load;
    this.#folder = folder;
    this.#head = head;
    this.#vocabulary = new Vocabulary(unpackWords(head.words), head.frequencies);
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
   * @param most how many pages to give at most
   * @throws if a file of the index is not there or does not read
   */
  async search(text: string, most = 8): Promise<Answer> {
    const words = expandQuery(text, this.#vocabulary, this.#head);
    const postings = await this.#postings(
      words.flatMap(({ matches }) => matches.flatMap(({ word }) => word.split(' '))),
    );
    const pages = groupByPage(rank(words, postings, this.#head), this.#head);
    const groups = await Promise.all(
      pages.slice(0, most).map(({ sections }, place) => this.#group(sections.slice(0, shownSections[place] ?? 1))),
    );
    return { groups, pages: pages.length, words: marked([...postings.keys()]) };
  }

  async #postings(words: readonly string[]): Promise<Map<string, Postings>> {
    const { shards } = this.#head;
    const found = await Promise.all(
      [...new Set(words)].map(async (word): Promise<[string, Postings]> => {
        const number = this.#vocabulary.numberOf(word);
        const shard = placeOf(shards, number);
        return [word, (await this.#file<Postings[]>(`w${shard}.bin`))[number - shards[shard]!]!];
      }),
    );
    return new Map(found);
  }

  async #group(sections: readonly number[]): Promise<Group> {
    const shown = await Promise.all(sections.map((section) => this.#shown(section)));
    const [page, title] = shown[0]!;
    return { page, title, sections: shown.map(([, , id, heading, text]) => ({ id, heading, text })) };
  }

  async #shown(section: number): Promise<Shown> {
    const { chunks } = this.#head;
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
