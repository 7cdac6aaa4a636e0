import type { Problem } from '#shared/problem.ts';
import { loadLabs, type LoadedLab } from '../form/load.ts';

/**
 * The labs that a command is about, and their problems: those named, or all.
 * @throws if a named lab does not exist
 */
export function chosenLabs(root: string, ids: string[]): { labs: LoadedLab[]; problems: Problem[] } {
  const { labs, problems } = loadLabs(root);
  if (ids.length === 0) return { labs, problems };
  const known = labs.map(({ lab }) => lab.id);
  const unknown = ids.filter((id) => !known.includes(id) && !problems.some(({ file }) => file.endsWith(`/${id}.yml`)));
  if (unknown.length > 0)
    throw new Error(`No lab "${unknown.join('", "')}" in content/labs; there are ${known.join(', ')}.`);
  return {
    labs: labs.filter(({ lab }) => ids.includes(lab.id)),
    problems: problems.filter(({ file }) => ids.some((id) => file.endsWith(`/${id}.yml`))),
  };
}
