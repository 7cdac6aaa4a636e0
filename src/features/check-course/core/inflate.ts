// Uses the platform's compression streams: the same in browsers and in Node, with no library to load.
import { joinBytes } from './source.ts';
import { Trouble } from './trouble.ts';

type Packing = 'gzip' | 'deflate-raw' | 'deflate';

/** Wraps an iterable as a stream that pulls chunks on demand. */
function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<BufferSource> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<BufferSource>(
    {
      async pull(controller) {
        const { value, done } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value as Uint8Array<ArrayBuffer>);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * Decompresses a stream.
 * @param part name of the part, for error messages
 * @throws a {@link Trouble} if the data is truncated or damaged
 */
export async function* inflatePieces(
  chunks: AsyncIterable<Uint8Array>,
  packing: Packing,
  part: string,
): AsyncGenerator<Uint8Array> {
  const reader = streamOf(chunks).pipeThrough(new DecompressionStream(packing)).getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble('damaged', { part });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/**
 * Decompresses a part in one piece, stopping as soon as it exceeds the limit.
 * @param limit maximum size in bytes
 * @param tooMuch creates the error to throw if it exceeds the limit
 * @throws a {@link Trouble} if the data is truncated, damaged or too large
 */
export async function inflate(
  packed: Uint8Array,
  packing: Packing,
  part: string,
  limit: number,
  tooMuch: () => Trouble,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of inflatePieces(once(packed), packing, part)) {
    size += chunk.length;
    if (size > limit) throw tooMuch();
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : joinBytes(chunks);
}

/** Compresses bytes. */
export async function deflate(bytes: Uint8Array, packing: Packing): Promise<Uint8Array> {
  const packed = streamOf(once(bytes)).pipeThrough(new CompressionStream(packing));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
