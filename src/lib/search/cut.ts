import type { Postings, Section } from './model.ts';

/** Aimed size of a file before compression, in characters of JSON. Smaller files load less that is not needed, larger ones need fewer requests. */
const shardSize = 6_500;
const chunkSize = 1_900;

/** Number of the first word of each shard: neighbours in the alphabet stay together, since one query wants a word with its endings. */
export const cutShards = (postings: readonly Postings[]) =>
  cut(
    postings.map((list) => JSON.stringify(list).length),
    shardSize,
  );

/** Number of the first section of each chunk: sections that stand together are shown together. */
export const cutChunks = (sections: readonly Section[]) =>
  cut(
    sections.map(({ text, heading }) => text.length + heading.length + 40),
    chunkSize,
  );

function cut(sizes: readonly number[], most: number): number[] {
  const starts: number[] = [];
  let filled = Infinity;
  sizes.forEach((size, number) => {
    if (filled + size > most) {
      starts.push(number);
      filled = 0;
    }
    filled += size;
  });
  return starts;
}
