import type { Shown } from '../format.ts';

/**
 * Target size of a file before compression, in characters of JSON.
 * Smaller files load less that is not needed, larger ones need fewer requests.
 */
const shardSize = 800;
const chunkSize = 900;

/** Number of the first word of each shard. Neighbours in the alphabet stay together, because a query needs a word with its endings. */
export const cutShards = (packed: readonly string[]): number[] => cut(packed, shardSize);

/** Number of the first section of each chunk. Neighbouring sections are shown together. */
export const cutChunks = (shown: readonly Shown[]): number[] => cut(shown, chunkSize);

function cut(items: readonly unknown[], most: number): number[] {
  const starts: number[] = [];
  let filled = Infinity;
  items.forEach((item, number) => {
    const size = JSON.stringify(item).length;
    if (filled + size > most) {
      starts.push(number);
      filled = 0;
    }
    filled += size;
  });
  return starts;
}
