import { fields, type Postings } from './format.ts';

/** The content of a file. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Parses a file of the index. Files are compressed when built, so that they are as small on a host that does not compress.
 * @throws if the bytes are not gzip or do not contain JSON
 */
export async function unpack<T>(bytes: Bytes): Promise<T> {
  const { writable, readable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  // Errors in the bytes surface at the other end, which is awaited.
  Promise.all([writer.write(bytes), writer.close()]).catch(() => undefined);
  return JSON.parse(await new Response(readable).text()) as T;
}

/** Packs sorted words into a short text: for each, the number of letters it shares with the one before (in base 36) and the rest. */
export function packWords(words: readonly string[]): string {
  let before = '';
  return words
    .map((word) => {
      let shared = 0;
      while (shared < 35 && shared < before.length && before[shared] === word[shared]) shared++;
      before = word;
      return shared.toString(36) + word.slice(shared);
    })
    .join(' ');
}

/** Unpacks the words from {@link packWords}. */
export function unpackWords(packed: string): string[] {
  if (!packed) return [];
  let before = '';
  return packed.split(' ').map((piece) => (before = before.slice(0, parseInt(piece[0]!, 36)) + piece.slice(1)));
}

/** Characters that take one byte each in JSON and UTF-8, without the space. The first ones are digits, and the rest marks. */
const signs = "0123456789abcdefghijklmnopqrstABCDEFGHIJKLMNOPQRSTUVWXYZuvwxyz!#$%&'()*+,-./:;<=>?@[]^_`{|}~";
const base = 30;
/** Number of combinations of fields that a word may occur in. */
const ways = 2 ** fields.length - 1;
const valueOf = new Map(Array.from(signs, (sign, value) => [sign, value]));

/**
 * Packs postings as text, section by section: the difference to the number of the one before, a mark for the fields that contain the word, and only
 * if one
 * of them contains it more than once, its number of occurrences in each. Compresses to a fifth less than the lists themselves.
 */
export function packPostings(postings: Postings): string {
  const found = new Map<number, number[]>();
  postings.forEach((list, field) => {
    let section = 0;
    for (let at = 0; at < list.length; at += 2) {
      section += list[at]!;
      const counts = found.get(section) ?? fields.map(() => 0);
      counts[field] = list[at + 1]!;
      found.set(section, counts);
    }
  });
  let before = 0;
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([section, counts]) => {
      const step = section - before;
      before = section;
      const way = counts.reduce((sum, count, field) => sum + (count > 0 ? 2 ** field : 0), 0) - 1;
      const often = counts.some((count) => count > 1);
      return (
        (step > 0 ? digitsOf(step) : '') +
        signs[base + way + (often ? ways : 0)]! +
        (often ? counts.map((count) => (count > 0 ? signs[Math.min(count, signs.length) - 1]! : '')).join('') : '')
      );
    })
    .join('');
}

const digitsOf = (number: number): string =>
  (number >= base ? digitsOf(Math.floor(number / base)) : '') + signs[number % base]!;

/** Unpacks the postings from {@link packPostings}. */
export function unpackPostings(packed: string): Postings {
  const postings: Postings = fields.map(() => []);
  const last = fields.map(() => 0);
  let section = 0;
  let step = 0;
  for (let at = 0; at < packed.length; at++) {
    const value = valueOf.get(packed[at]!)!;
    if (value < base) {
      step = step * base + value;
      continue;
    }
    section += step;
    step = 0;
    const often = value - base >= ways;
    const way = ((value - base) % ways) + 1;
    for (let field = 0; field < fields.length; field++) {
      if ((way & (1 << field)) === 0) continue;
      postings[field]!.push(section - last[field]!, often ? valueOf.get(packed[++at]!)! + 1 : 1);
      last[field] = section;
    }
  }
  return postings;
}
