/**
 * Files of the index are compressed when built, so that they are as small on a host that compresses nothing.
 * @throws if the bytes are not gzip or hold no JSON
 */
export async function unpack<T>(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<T> {
  const text = await new Response(body.pipeThrough(new DecompressionStream('gzip'))).text();
  return JSON.parse(text) as T;
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
