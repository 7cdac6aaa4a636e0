import type { Site } from '#model/load.ts';
import type { Problem } from '#shared/problem.ts';
import { didYouMean } from '#shared/suggest.ts';
import { readLanguages } from './indexing/languages.ts';
import { readSynonyms, synonymsFile } from './indexing/synonyms.ts';

/** Reports problems in what the search knows beyond the pages: invalid files, and addresses that lead nowhere and would be dropped from the index in silence. */
export function checkSearchData(root: string, { anchors }: Site): Problem[] {
  const { value, lineOf, problems } = readSynonyms(root);
  const unknown = (address: string, keys: readonly PropertyKey[]): Problem[] => {
    const [page = '', id] = address.split('#');
    const known = anchors.get(page);
    if (known && (id === undefined || known.has(id))) return [];
    const fix = known ? didYouMean(id!, known) : didYouMean(page, anchors.keys());
    return [{ file: synonymsFile, line: lineOf(keys), problem: `${keys[0] as string}: there is no ${address}`, fix }];
  };
  const lists = [...(value?.asks ?? []).map(({ at }, index) => ({ at, keys: ['asks', index, 'at'] }))].concat(
    (value?.names ?? []).map(({ at }, index) => ({ at, keys: ['names', index, 'at'] })),
    value ? [{ at: value.hubs, keys: ['hubs'] }] : [],
    (value?.lists ?? []).map(({ at }, index) => ({ at: [at], keys: ['lists', index, 'at'] })),
  );
  return [
    ...problems,
    ...readLanguages(root).problems,
    ...lists.flatMap(({ at, keys }) => at.flatMap((address, place) => unknown(address, [...keys, place]))),
  ];
}
