/** Bytes that are read where they are needed, so that a large file is never held as a whole. */
export interface Source {
  size: number;
  /** Returns the bytes from `start` up to but without `end`. */
  slice(start: number, end: number): Promise<Uint8Array>;
  /** The whole, as a stream of pieces. */
  stream(): AsyncIterable<Uint8Array>;
}

async function* pieces(source: Pick<Source, 'size' | 'slice'>): AsyncGenerator<Uint8Array> {
  const step = 1024 * 1024;
  for (let at = 0; at < source.size; at += step) yield await source.slice(at, Math.min(at + step, source.size));
}

/** Bytes that are in memory already. */
export function bytesSource(bytes: Uint8Array): Source {
  const slice = (start: number, end: number) => Promise.resolve(bytes.subarray(start, end));
  const source = { size: bytes.length, slice };
  return { ...source, stream: () => pieces(source) };
}

/** A file that a reader chose in the browser. */
export function blobSource(blob: Blob): Source {
  const slice = async (start: number, end: number) => new Uint8Array(await blob.slice(start, end).arrayBuffer());
  const source = { size: blob.size, slice };
  return { ...source, stream: () => pieces(source) };
}

/** Bytes one after another, as one array. */
export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
