/** The content of a file. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Reads a file of the index. Files are compressed when built, so that they are as small on a host that compresses nothing.
 * @throws if the bytes are not gzip or hold no JSON
 */
export async function unpack<T>(bytes: Bytes): Promise<T> {
  const { writable, readable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  // What is wrong with the bytes shows at the other end, where it is waited for.
  Promise.all([writer.write(bytes), writer.close()]).catch(() => undefined);
  return JSON.parse(await new Response(readable).text()) as T;
}

/** Sorted words as one short text: each gives the number of letters it shares with the one before (in base 36) and the rest. */
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

/** The words that {@link packWords} made short. */
export function unpackWords(packed: string): string[] {
  if (!packed) return [];
  let before = '';
  return packed.split(' ').map((piece) => (before = before.slice(0, parseInt(piece[0]!, 36)) + piece.slice(1)));
}
