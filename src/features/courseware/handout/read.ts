import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import type { Data } from '#model/collections.ts';
import { diagramIds } from '#model/diagram-files.ts';
import type { Navigation } from '#model/navigation.ts';
import { address, id, text } from '#model/schemas/fields.ts';
import { readYamlList } from '#model/yaml-list.ts';
import type { Problem } from '#shared/problem.ts';
import { didYouMean } from '#shared/suggest.ts';

/** Path of the handouts, relative to the project root. */
export const handoutsFile = 'content/data/handouts.yml';

/** Schema of a handout. */
export const handoutSchema = z.strictObject({
  /** Id of the handout and base name of its files; must not change once published. */
  id,
  /** First page of the section that it summarises. */
  page: address,
  /** Summary of the section in one to three sentences; may contain inline Markdown. */
  says: text.max(240),
  /** Id of its diagram. */
  diagram: id,
  /** Whether to list the sentences of both sides for each trait instead of page descriptions. */
  traits: z.boolean().default(false),
  /** Ids of the quiz questions at the end. */
  ask: z.array(id).min(2).max(4),
});

/** A handout from which files are generated. */
export interface Handout extends z.infer<typeof handoutSchema> {
  /** Addresses of the section's other pages, in reading order. */
  pages: string[];
}

/** Reads the handouts below `root`. Problems in one handout are reported without affecting the others. */
export function readHandouts(
  root: string,
  data: Data,
  navigation: Navigation,
): { handouts: Handout[]; problems: Problem[] } {
  const file = path.join(root, handoutsFile);
  const read: { handouts: Handout[]; problems: Problem[] } = { handouts: [], problems: [] };
  if (!existsSync(file)) return read;
  const { entries, problems } = readYamlList(file, handoutsFile);
  read.problems.push(...problems);
  const diagrams = diagramIds(root);
  const questions = data.quiz.map((one) => one.id);
  const sections = navigation.groups.map(({ addresses }) => addresses);
  for (const { value, line } of entries) {
    const tell = (problem: string, fix: string) => void read.problems.push({ file: handoutsFile, line, problem, fix });
    const parsed = handoutSchema.safeParse(value);
    for (const { path: at, message } of parsed.error?.issues ?? [])
      tell(`${at.join('.')}: ${message}`, 'The fields are described in src/features/courseware/handout/read.ts.');
    if (!parsed.success) continue;
    const handout = parsed.data;
    if (read.handouts.some((one) => one.id === handout.id))
      tell(`the handout "${handout.id}" is there twice`, 'Rename one.');
    if (!diagrams.includes(handout.diagram))
      tell(`there is no drawing "${handout.diagram}"`, didYouMean(handout.diagram, diagrams));
    for (const one of handout.ask)
      if (!questions.includes(one)) tell(`there is no question "${one}"`, didYouMean(one, questions));
    const section = sections.find(([first]) => first === handout.page);
    if (!section) {
      const firsts = sections.map(([first]) => first!);
      tell(`no section of the sidebar begins with ${handout.page}`, didYouMean(handout.page, firsts));
      continue;
    }
    read.handouts.push({ ...handout, pages: section.slice(1) });
  }
  return read;
}
