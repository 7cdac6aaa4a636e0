import { fields, readNumbers, type Head, type Postings } from '../format.ts';
import { tuning } from './tuning.ts';

/** A section in which a word of the query stands. */
export interface WeighedSection {
  /** The section's number. */
  id: number;
  score: number;
  /** The fields in which each word of the index stands, by the word. */
  match: Record<string, (typeof fields)[number][]>;
}

/** Saturation of a word's frequency, weight of a field's length, and the least that a word adds: those of MiniSearch, which made the index. */
const [k, b, d] = [1.2, 0.7, 0.5];

/** Read once for each index, and asked for at every letter. */
const read = new WeakMap<Head, number[][]>();

function lengthsOf(head: Head): number[][] {
  const known = read.get(head) ?? head.lengths.map(readNumbers);
  read.set(head, known);
  return known;
}

/**
 * Weighs the words of a query by BM25+, as MiniSearch does with the same index: field by field, and the more words of the query a section
 * has, the more. MiniSearch itself would be 5 kB of the first query, most of it for making an index.
 * @param weights how much each word of the index counts
 */
export function bm25(
  postings: ReadonlyMap<string, Postings>,
  weights: ReadonlyMap<string, number>,
  head: Head,
): WeighedSection[] {
  const lengths = lengthsOf(head);
  const found = new Map<number, WeighedSection>();
  for (const [word, weight] of weights) {
    postings.get(word)?.forEach((list, field) => {
      const rarity = Math.log(1 + (head.count - list.length / 2 + 0.5) / (list.length / 2 + 0.5));
      const name = fields[field]!;
      let section = 0;
      for (let at = 0; at < list.length; at += 2) {
        section += list[at]!;
        const frequency = list[at + 1]!;
        const length = lengths[field]![section]! / head.averages[field]!;
        const one = found.get(section) ?? { id: section, score: 0, match: {} };
        found.set(section, one);
        one.score +=
          weight * tuning.boosts[name] * rarity * (d + (frequency * (k + 1)) / (frequency + k * (1 - b + b * length)));
        (one.match[word] ??= []).push(name);
      }
    });
  }
  for (const one of found.values()) one.score *= Object.keys(one.match).length;
  return [...found.values()];
}
