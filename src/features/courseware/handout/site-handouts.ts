import type { Site } from '#model/load.ts';
import { pageWords, siteModel } from '#model/model.ts';
import { readNavigation } from '#model/navigation.ts';
import { onceRead } from '#model/once-read.ts';
import { formatProblems, type Problem } from '#shared/problem.ts';
import { readHandouts, type Handout } from './read.ts';

/** What is wrong with the handouts: one that names a section, a drawing or a question that is not there. */
export const checkHandouts = (root: string, { data }: Site): Problem[] =>
  readHandouts(root, data, readNavigation(root)).problems;

/**
 * The handouts of the site.
 * @throws with all that is wrong if a handout names what is not there
 */
export const siteHandouts = (): Handout[] =>
  onceRead('handouts', () => {
    const { handouts, problems } = readHandouts(process.cwd(), siteModel().data, readNavigation(process.cwd()));
    if (problems.length > 0) throw new Error(formatProblems(problems));
    return handouts;
  });

/** Sizes of paper, in points. */
export const papers = { a4: [595.28, 841.89], letter: [612, 792] } as const satisfies Record<string, [number, number]>;
export type Paper = keyof typeof papers;

/** Address of a handout's file. */
export const handoutAddress = (id: string, paper: Paper) => `/downloads/handouts/${id}-${paper}.pdf`;

/** Every file of a handout: its address, and what the handout is called. */
export const handoutFiles = (): { address: string; title: string }[] =>
  siteHandouts().flatMap(({ id, page }) =>
    (Object.keys(papers) as Paper[]).map((paper) => ({
      address: handoutAddress(id, paper),
      title: pageWords(page).title,
    })),
  );
