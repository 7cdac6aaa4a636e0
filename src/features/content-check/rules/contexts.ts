import type { Site } from '#model/load.ts';
import type { Problem } from '#shared/problem.ts';
import { dataFile } from '#model/data.ts';
import { partsOf } from '#model/schemas/context.ts';
import { didYouMean } from '#shared/suggest.ts';

const file = dataFile('contexts');

/** Reports places with missing, duplicate or unknown traits, and cells that mark a part not in the diagram or have missing or unknown sources. */
export function checkContexts(site: Site): Problem[] {
  const { data, lines } = site;
  const opening = data.contexts.filter(({ opensHome }) => opensHome);
  return [
    ...data.contexts.flatMap((context) => [...contextProblems(context, site), ...markProblems(context, site)]),
    ...opening.slice(1).map(({ id }) => ({
      file,
      line: lines.contexts.get(id),
      problem: `"${opening[0]!.id}" and "${id}" both open the home page`,
      fix: 'Keep `opensHome: true` in one of the two.',
    })),
  ];
}

function contextProblems({ id, answer, traits }: Site['data']['contexts'][number], { data, lines }: Site): Problem[] {
  const tell = (problem: string, fix: string): Problem => ({ file, line: lines.contexts.get(id), problem, fix });
  const wanted = data.traits.map((trait) => trait.id);
  const given = traits.map(({ trait }) => trait);
  const cells = [{ trait: 'answer', ...answer }, ...traits];
  return [
    ...given
      .filter((trait) => !wanted.includes(trait))
      .map((trait) => tell(`unknown trait "${trait}" in "${id}"`, didYouMean(trait, wanted))),
    ...given
      .filter((trait, index) => given.indexOf(trait) < index)
      .map((trait) => tell(`"${id}" has the trait "${trait}" twice`, 'Keep one of the two cells.')),
    ...wanted
      .filter((trait) => !given.includes(trait))
      .map((trait) =>
        tell(
          `"${id}" has no cell for the trait "${trait}"`,
          `Add \`- trait: ${trait}\` with says and sources below its traits: readers may choose any place for any trait.`,
        ),
      ),
    ...cells
      .filter(({ sources }) => sources.length === 0)
      .map(({ trait }) =>
        tell(
          `the cell "${trait}" of "${id}" has no source`,
          'Name at least one id of content/data/sources.yml in its sources.',
        ),
      ),
    ...cells.flatMap(({ trait, sources }) =>
      sources
        .filter((source) => !lines.sources.has(source))
        .map((source) =>
          tell(
            `unknown source "${source}" in the cell "${trait}" of "${id}"`,
            didYouMean(source, lines.sources.keys()),
          ),
        ),
    ),
  ];
}

/** Marks that match no part of the place's diagram. */
function markProblems({ id, stack, traits }: Site['data']['contexts'][number], { lines }: Site): Problem[] {
  const parts = partsOf(stack);
  return traits.flatMap(({ trait, marks }) =>
    marks
      .filter((mark) => !parts.includes(mark))
      .map((mark) => ({
        file,
        line: lines.contexts.get(id),
        problem: `the cell "${trait}" of "${id}" marks "${mark}", which its stack does not have`,
        fix: didYouMean(mark, parts),
      })),
  );
}
