import { authorComponents } from '#model/author-components.ts';
import { dataCitations } from '#model/citations.ts';
import type { CollectionName } from '#model/collections.ts';
import { didYouMean } from '#shared/suggest.ts';
import type { Problem } from '#shared/problem.ts';
import { dataFile } from '#model/data.ts';
import type { Site } from '#model/load.ts';

function unknownId(file: string, line: number | undefined, kind: string, id: string, known: Iterable<string>): Problem {
  return { file, line, problem: `unknown ${kind} "${id}"`, fix: didYouMean(id, known) };
}

/** Reports components that reference an entry, diagram or lab that does not exist. */
export function checkPageReferences({ pages, lines, diagrams, labs, broken }: Site): Problem[] {
  return pages.flatMap((page) =>
    page.uses.flatMap(({ component, attribute, id, line }) => {
      const kind = authorComponents[component]?.[attribute];
      if (kind === 'diagram') {
        // `replaces` has several ids.
        const named = id.split(' ').filter((one) => !diagrams.has(one));
        return named.map((one) => unknownId(page.file, line, 'diagram', one, diagrams));
      }
      if (kind === 'lab') return labs.has(id) ? [] : [unknownId(page.file, line, 'lab', id, labs.keys())];
      if (typeof kind !== 'object' || !('entryOf' in kind)) return [];
      const collection = kind.entryOf;
      if (broken.has(collection) || lines[collection].has(id)) return [];
      return [unknownId(page.file, line, `${component} ${attribute}`, id, lines[collection].keys())];
    }),
  );
}

/** Reports data entries that reference a source, trait or statement that does not exist. */
export function checkDataReferences(site: Site): Problem[] {
  const { data, lines, broken } = site;
  const missing = (from: CollectionName, id: string, to: CollectionName, wanted: string): Problem[] =>
    lines[to].has(wanted) || broken.has(to)
      ? []
      : [unknownId(dataFile(from), lines[from].get(id), `${to} id in "${id}"`, wanted, lines[to].keys())];
  return [
    ...dataCitations(data).flatMap(({ collection, id, source }) => missing(collection, id, 'sources', source)),
    ...figureTraits(site),
    ...data.systems.flatMap((entry) =>
      entry.exceptions.flatMap(({ trait }) => missing('systems', entry.id, 'traits', trait)),
    ),
    ...(['traits', 'use-cases'] as const).flatMap((from) =>
      data[from].flatMap((entry) =>
        entry.statements.flatMap((statement) => missing(from, entry.id, 'statements', statement)),
      ),
    ),
  ];
}

/** Reports figures without a trait, which would be in no table, or with one that does not exist. */
function figureTraits({ data, lines }: Site): Problem[] {
  const known = lines.traits;
  if (known.size === 0) return [];
  return data.numbers.flatMap(({ id, trait }) => {
    const line = lines.numbers.get(id);
    const file = dataFile('numbers');
    if (trait !== undefined)
      return known.has(trait) ? [] : [unknownId(file, line, `traits id in "${id}"`, trait, known.keys())];
    const fix = `Add "trait: …", one of ${[...known.keys()].join(', ')}: the page of figures has one table a trait.`;
    return [{ file, line, problem: `the figure "${id}" bears on no trait`, fix }];
  });
}
