import { buildIndex } from '#features/search/indexing/build.ts';
import { pointerFile, type Section } from '#features/search/format.ts';
import { measureBytes, type Bytes } from './bytes.ts';

/** Size of an index of that many pages. */
export interface Growth extends Bytes {
  /** Number of synthetic pages. */
  pages: number;
  /** Number of their sections. */
  sections: number;
  /** Bytes of all files of the index. */
  total: number;
}

/**
 * Builds the index of a synthetic site and queries it.
 * @param sections sections of the real site, from whose sentences the pages are built
 */
export async function measureGrowth(
  sections: readonly Section[],
  pages: number,
  queries: readonly string[],
  code: number,
): Promise<Growth> {
  const made = makeUp(sections, pages);
  const { files, folder } = buildIndex(made, [], { same: [], also: [] });
  const pointer = Buffer.from(JSON.stringify({ folder }));
  const file = (path: string) => (path === pointerFile ? pointer : files.get(path.split('/')[1]!)!);
  const total = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  return { pages, sections: made.length, total, ...(await measureBytes(queries, file, code)) };
}

/** Number of sections of a page of usual length. */
const sectionsOfPage = 10;
/** Number of words that no other page has: names, options, versions. */
const ownWords = 4;

function makeUp(sections: readonly Section[], pages: number): Section[] {
  const random = generator(20261125);
  const sentences = sections.flatMap(({ text }) => text.split(/(?<=[.?!]) /)).filter((text) => text.length > 30);
  const headings = sections.map(({ heading }) => heading);
  const asked = sections.map((section) => section.asked);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: pages }, (_, page) => {
    const own = Array.from({ length: ownWords }, () => coin(random));
    const title = `${pick(headings)} ${own[0]}`;
    return Array.from({ length: sectionsOfPage }, (_, place): Section => ({
      page: `/page-${page}/`,
      title,
      id: place === 0 ? '' : `part-${place}`,
      heading: place === 0 ? title : pick(headings),
      text: [pick(own), ...Array.from({ length: 6 }, () => pick(sentences))].join(' '),
      kind: place === 0 ? 'page' : 'section',
      names: [],
      asked: pick(asked),
      to: [],
    }));
  }).flat();
}

function coin(random: () => number): string {
  return Array.from({ length: 8 }, (_, at) => {
    const letters = at % 2 === 0 ? 'bcdfghjklmnprstvz' : 'aeiou';
    return letters[Math.floor(random() * letters.length)];
  }).join('');
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
