import { dataFile } from '#model/data.ts';
import type { Site } from '#model/load.ts';
import type { Problem } from '#shared/problem.ts';
import { limits } from '../limits.ts';

const monthsOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** Reports sources that were last read too long ago or in the future. */
export function checkSources({ data, lines, today }: Site): Problem[] {
  return data.sources.flatMap(({ id, read }) => {
    const age = monthsOf(today) - monthsOf(read);
    const tell = (problem: string, fix: string) => [
      { file: dataFile('sources'), line: lines.sources.get(id), problem, fix },
    ];
    if (age > limits.sourceMonths)
      return tell(
        `source "${id}" was last read on ${read}, ${age} months ago`,
        'Read it again, correct what rests on it, and write the day into "read".',
      );
    return age < -1
      ? tell(`source "${id}" was read on ${read}, which is still to come`, 'Write the day on which it was read.')
      : [];
  });
}
