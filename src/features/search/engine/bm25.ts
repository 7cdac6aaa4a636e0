import { fields, readNumbers, type Head, type Postings } from '../format.ts';
import { tuning } from './tuning.ts';

/** A section that contains words of the query. */
export interface WeighedSection {
  /** The section's number. */
  id: number;
  /** BM25+ score, not limited. */
  score: number;
  /** Fields in which words of the index occur, by word. */
  match: Record<string, (typeof fields)[number][]>;
}

/** Saturation of a word's frequency, weight of a field's length, and minimum of a word: those of MiniSearch, which made the index. */
const [k, b, d] = [1.2, 0.7, 0.5];

/** Parsed once per index, because every keystroke needs it. */
const read = new WeakMap<Head, number[][]>();

function lengthsOf(head: Head): number[][] {
  const known = read.get(head) ?? head.lengths.map(readNumbers);
  read.set(head, known);
  return known;
}

/**
 * Scores sections by BM25+, as MiniSearch does with the same index: field by field, and the more words of the query a section
 * has, the higher. MiniSearch itself would add 5 kB to the first query, mostly for making an index.
 * @param weights weight of each word of the index
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
