/** Bytes read on demand, so that a large file is never in memory as a whole. */
export interface Source {
  /** In bytes. */
  size: number;
  /** Returns the bytes from `start` up to, but not including, `end`. */
  slice(start: number, end: number): Promise<Uint8Array>;
  /** The whole content, in chunks. */
  stream(): AsyncIterable<Uint8Array>;
}

async function* pieces(source: Pick<Source, 'size' | 'slice'>): AsyncGenerator<Uint8Array> {
  const step = 1024 * 1024;
  for (let at = 0; at < source.size; at += step) yield await source.slice(at, Math.min(at + step, source.size));
}

/** A source for bytes in memory. */
export function bytesSource(bytes: Uint8Array): Source {
  const slice = (start: number, end: number) => Promise.resolve(bytes.subarray(start, end));
  const source = { size: bytes.length, slice };
  return { ...source, stream: () => pieces(source) };
}

/** A source for a file chosen in the browser. */
export function blobSource(blob: Blob): Source {
  const slice = async (start: number, end: number) => new Uint8Array(await blob.slice(start, end).arrayBuffer());
  const source = { size: blob.size, slice };
  return { ...source, stream: () => pieces(source) };
}

/** Concatenates bytes. */
export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
