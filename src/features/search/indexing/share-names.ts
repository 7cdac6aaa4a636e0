import { placeOf } from '../engine/group.ts';
import { partsOf } from '../engine/name-parts.ts';
import type { WordList } from '../engine/word-list.ts';
import type { Name } from '../format.ts';

/**
 * Puts each name into the shard of its rarest word, which any query that mentions the name loads.
 * @param entries the names in the head; one of these may name other sections as well, and leads to its own first
 * @returns names by the number of their shard; undefined for names for which no shard is certain to be loaded
 */
export function shareOut(
  entries: readonly Name[],
  others: readonly Name[],
  vocabulary: WordList,
  starts: readonly string[],
): Map<number | undefined, Name[]> {
  const sections = new Map<string, Set<number>>();
  for (const [group, numbers] of [...entries, ...others])
    for (const name of group.split('|')) sections.set(name, new Set([...(sections.get(name) ?? []), ...numbers]));
  const shared = new Map<number | undefined, Map<string, string[]>>();
  for (const name of new Set(others.flatMap(([group]) => group.split('|')))) {
    const { needed } = partsOf(name);
    const sure = name.length > 2 && needed.every((part) => vocabulary.placeOf(part) >= 0);
    const [rarest] = sure ? [...needed].sort((a, b) => vocabulary.frequency(a) - vocabulary.frequency(b)) : [];
    const number = rarest === undefined ? undefined : placeOf(starts, rarest);
    const here = shared.get(number) ?? new Map<string, string[]>();
    const key = JSON.stringify([...sections.get(name)!]);
    here.set(key, [...(here.get(key) ?? []), name]);
    shared.set(number, here);
  }
  return new Map(
    [...shared].map(([number, here]) => [
      number,
      [...here].map(([key, names]): Name => [names.join('|'), JSON.parse(key) as number[]]),
    ]),
  );
}
