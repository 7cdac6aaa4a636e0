import { sectionsOf } from './rank.ts';
import { WordList } from './word-list.ts';
import { readNumbers, rounded, type Name, type Postings, type Shard, type WordTable } from '../format.ts';
import { unpackPostings, unpackWords } from '../pack.ts';

/** A shard of the index as a query uses it. */
export interface LoadedShard {
  list: WordList;
  names: readonly Name[];
  postings: (word: string) => Postings;
}

/** Most words of a shard are never asked for, so the postings of each are only read when they are. */
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

/** The words of a packed list. */
export function wordList([words, packed]: WordTable): WordList {
  const frequencies = readNumbers(packed);
  return new WordList(unpackWords(words), (place) => frequencies[place]!);
}
