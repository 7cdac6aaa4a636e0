import type { Site } from '#model/load.ts';
import { pageWords, siteModel } from '#model/model.ts';
import { readNavigation } from '#model/navigation.ts';
import { onceRead } from '#model/once-read.ts';
import { formatProblems, type Problem } from '#shared/problem.ts';
import { readHandouts, type Handout } from './read.ts';

/** Problems in the handouts, such as an unknown section, diagram or question. */
export const checkHandouts = (root: string, { data }: Site): Problem[] =>
  readHandouts(root, data, readNavigation(root)).problems;

/**
 * The handouts of the site.
 * @throws with all problems if a handout is invalid
 */
export const siteHandouts = (): Handout[] =>
  onceRead('handouts', () => {
    const { handouts, problems } = readHandouts(process.cwd(), siteModel().data, readNavigation(process.cwd()));
    if (problems.length > 0) throw new Error(formatProblems(problems));
    return handouts;
  });

/** Width and height of paper sizes, in points. */
export const papers = { a4: [595.28, 841.89], letter: [612, 792] } as const satisfies Record<string, [number, number]>;
/** Name of a paper size. */
export type Paper = keyof typeof papers;

/** Address of a handout's file. */
export const handoutAddress = (id: string, paper: Paper) => `/downloads/handouts/${id}-${paper}.pdf`;

/** Every file of every handout: its address, and the title of the page that it summarises. */
export const handoutFiles = (): { address: string; title: string }[] =>
  siteHandouts().flatMap(({ id, page }) =>
    (Object.keys(papers) as Paper[]).map((paper) => ({
      address: handoutAddress(id, paper),
      title: pageWords(page).title,
    })),
  );
