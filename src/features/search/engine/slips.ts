import { distance } from 'fastest-levenshtein';

/** Letters of a word as a bit mask: words that differ too much in it need no closer look. */
export function lettersOf(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31);
  return set >>> 0;
}

/** Number of set bits. */
export function bits(set: number): number {
  let count = 0;
  for (let rest = set >>> 0; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Edit distance of two words, with a swap of neighbours as one edit. */
export function slips(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && a.length === b.length && isSwap(a, b) ? 1 : edits;
}

function isSwap(a: string, b: string): boolean {
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
