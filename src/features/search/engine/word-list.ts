/** Compares words in the order of the index, whatever the reader's language. */
export const byLetters = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Index of the first word that does not come before `start`. */
export function firstFrom(words: readonly string[], start: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sorted words, with the number of sections that contain each. */
export class WordList {
  readonly words: readonly string[];
  readonly #frequency: (place: number) => number;

  /**
   * @param words sorted
   * @param frequency returns the number of sections with the word at an index
   */
  constructor(words: readonly string[], frequency: (place: number) => number) {
    this.words = words;
    this.#frequency = frequency;
  }

  /** Index of a word, or -1. */
  placeOf(word: string): number {
    const place = firstFrom(this.words, word);
    return this.words[place] === word ? place : -1;
  }

  /** Number of sections with a word; 0 if it is not in the list. */
  frequency(word: string): number {
    const place = this.placeOf(word);
    return place < 0 ? 0 : this.#frequency(place);
  }

  /** All words with this beginning, in order. */
  beginningWith(start: string): readonly string[] {
    const first = firstFrom(this.words, start);
    let end = first;
    while (this.words[end]?.startsWith(start)) end++;
    return this.words.slice(first, end);
  }
}
