import { indexWords } from './words.ts';

/** A piece of a text, and whether it is a word that was searched for. */
export interface Piece {
  text: string;
  marked: boolean;
}

interface Place {
  start: number;
  end: number;
  word: string;
}

/** Number of characters to show before the first marked word. */
const lead = 40;

/** Splits a text into marked and plain pieces. */
export function mark(text: string, words: ReadonlySet<string>): Piece[] {
  return pieces(text, placesOf(text, words));
}

/**
 * The part of a text with the most words close together, in marked and plain pieces.
 * @param fromStart whether it has to be the beginning: an answer begins with its first word, and a `No` must not be cut off
 * @param length approximate length of the excerpt in characters
 */
export function excerpt(text: string, words: ReadonlySet<string>, fromStart = false, length = 180): Piece[] {
  if (text.length <= length) return mark(text, words);
  const places = placesOf(text, words);
  const from = fromStart ? 0 : startOf(text, densest(places, length));
  const to = endOf(text, from + length);
  const part = pieces(text.slice(from, to), placesOf(text.slice(from, to), words));
  if (from > 0) part.unshift({ text: '…\u00a0', marked: false });
  if (to < text.length) part.push({ text: '\u00a0…', marked: false });
  return part;
}

/** Places of words in a text, in any spelling that the search knows. */
export function placesOf(text: string, words: ReadonlySet<string>): Place[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: found, index }) => {
    const word = folded(found);
    return word !== undefined && words.has(word) ? [{ start: index, end: index + found.length, word }] : [];
  });
}

/** Runs of text that are certainly within one block of a page. */
const clause = /[^.?!:;·…“”"()]+/gu;
/** Maximum number of words of a clause that a link quotes, so that it matches even if the mark of a source follows. */
const quotedWords = 6;

/** A few words of a text around those that were searched for, literally; undefined if it has none of them. */
export function quote(text: string, words: ReadonlySet<string>): string | undefined {
  let best: { text: string; seen: number } | undefined;
  for (const { 0: part } of text.matchAll(clause)) {
    const places = placesOf(part, words);
    const seen = new Set(places.map(({ word }) => word)).size;
    if (seen <= (best?.seen ?? 0)) continue;
    const from = part.lastIndexOf(' ', Math.max(0, places[0]!.start - 1)) + 1;
    best = { text: part.slice(from).trim().split(' ').slice(0, quotedWords).join(' ').replace(/,$/u, ''), seen };
  }
  return best?.text;
}

/** Memoised, because texts are searched at every keystroke, and most of their words are the same few. */
const known = new Map<string, string | undefined>();

function folded(found: string): string | undefined {
  if (!known.has(found)) {
    if (known.size > 20_000) known.clear();
    known.set(found, indexWords(found)[0]);
  }
  return known.get(found);
}

/** Start of the window of this length that contains the most different words. */
function densest(places: readonly Place[], length: number): number {
  let best = { start: 0, seen: 0 };
  places.forEach(({ start }, first) => {
    const inside = places.slice(first, first + 24).filter((place) => place.end <= start + length - lead);
    const seen = new Set(inside.map(({ word }) => word)).size;
    if (seen > best.seen) best = { start, seen };
  });
  return Math.max(0, best.start - lead);
}

const startOf = (text: string, at: number) =>
  at === 0 ? 0 : at + 1 + Math.max(-1, text.slice(at, at + lead).indexOf(' '));

function endOf(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space > at - lead ? space : at;
}

function pieces(text: string, places: readonly Place[]): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const { start, end } of places) {
    if (start > at) found.push({ text: text.slice(at, start), marked: false });
    found.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) found.push({ text: text.slice(at), marked: false });
  return found;
}
