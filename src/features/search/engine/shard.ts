import { sectionsOf } from './rank.ts';
import { WordList } from './word-list.ts';
import { readNumbers, rounded, type Name, type Postings, type Shard, type WordTable } from '../format.ts';
import { unpackPostings, unpackWords } from '../pack.ts';

/** A loaded shard of the index. */
export interface LoadedShard {
  /** Words of the shard. */
  list: WordList;
  /** Names whose rarest word the shard has, one each. */
  names: readonly Name[];
  /** Returns the postings of a word of the shard. */
  postings: (word: string) => Postings;
}

/** Reads a shard. Postings are parsed on demand, because most words of a shard are never needed. */
export function readShard([words, packed, names]: Shard): LoadedShard {
  const each = packed.split(' ');
  const read = new Map<number, Postings>();
  const at = (place: number) => {
    const postings = read.get(place) ?? unpackPostings(each[place] ?? '');
    read.set(place, postings);
    return postings;
  };
  const list = new WordList(unpackWords(words), (place) => rounded(sectionsOf(at(place)).size));
  const single = names.flatMap(([group, at]) => group.split('|').map((name): Name => [name, at]));
  return { list, names: single, postings: (word) => at(list.placeOf(word)) };
}

/** Unpacks a list of words. */
export function wordList([words, packed]: WordTable): WordList {
  const frequencies = readNumbers(packed);
  return new WordList(unpackWords(words), (place) => frequencies[place]!);
}
