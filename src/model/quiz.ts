import { createHash } from 'node:crypto';
import type { QuizItem } from './schemas/quiz.ts';
import type { ReadingPath } from './schemas/path.ts';

/** Sections of the site that have questions, in reading order. */
export const quizSections = ['concepts', 'traits', 'hybrids', 'use-cases', 'systems', 'reference'] as const;

/** A section that has questions. */
export type QuizSection = (typeof quizSections)[number];

/** The page that says what the questions are for, with files of all of them. */
export const quizPage = '/teach/quiz/';

/** The page with all questions of a section. */
export const quizSectionPage = (section: QuizSection) => `${quizPage}${section}/`;

/** The section that a question belongs to: the first part of the address that explains it. */
export const sectionOfItem = ({ page }: Pick<QuizItem, 'page'>): QuizSection | undefined =>
  quizSections.find((section) => page.startsWith(`/${section}/`));

/** Address of one question on the page of its section. The content check has made sure that it has one. */
export const quizItemAddress = (item: Pick<QuizItem, 'id' | 'page'>): string =>
  `${quizSectionPage(sectionOfItem(item)!)}#${item.id}`;

/** One answer of a question, as it is shown. */
export interface QuizAnswer {
  /** `a` to `d`, by its place. */
  letter: string;
  text: string;
  right: boolean;
  /** Id of the misconception that it shows. */
  shows?: string | undefined;
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * The answers of a question in the order in which they are shown everywhere. The order is arbitrary, so that the right one stands in no
 * usual place, and stays as it is while the texts stay: a printed key fits the page, and a file is the same at each build.
 */
export function answersOf({ id, right, wrong }: QuizItem): QuizAnswer[] {
  const all = [{ text: right, right: true }, ...wrong.map((one) => ({ ...one, right: false }))];
  return all
    .map((answer) => ({ answer, key: hash(`${id} ${answer.text}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ answer }, index) => ({ letter: 'abcd'[index]!, ...answer }));
}

/** The questions of a section, in the order of the file. */
export const itemsOfSection = (items: readonly QuizItem[], section: QuizSection): QuizItem[] =>
  items.filter((item) => sectionOfItem(item) === section);

/** The page that explains a question, without the section of it. */
const pageOf = ({ page }: QuizItem) => page.split('#')[0]!;

/** A few questions spread over pages: from each page in turn the easiest that is left, and of those the first in the file. */
function spread(items: readonly QuizItem[], pages: readonly string[], count: number): QuizItem[] {
  const queues = pages.map((page) =>
    items.filter((item) => pageOf(item) === page).toSorted((a, b) => a.difficulty - b.difficulty),
  );
  const chosen: QuizItem[] = [];
  for (let round = 0; chosen.length < count && queues.some((queue) => queue.length > round); round++)
    for (const queue of queues) if (queue[round] && chosen.length < count) chosen.push(queue[round]!);
  return items.filter((item) => chosen.includes(item));
}

/** Members of a list at equal distances, the first one included. */
const evenly = <T>(list: readonly T[], count: number): T[] =>
  list.length <= count
    ? [...list]
    : Array.from({ length: count }, (_, index) => list[Math.floor((index * list.length) / count)]!);

/** A few questions of a section, one a page, from pages all over it. */
export function sampleOfSection(items: readonly QuizItem[], section: QuizSection, count: number): QuizItem[] {
  const own = itemsOfSection(items, section);
  const pages = [...new Set(own.map(pageOf))];
  return spread(own, evenly(pages, count), count);
}

/** A few questions on these pages, from each in turn the easiest. @param addresses of whole pages */
export const sampleOfPages = (items: readonly QuizItem[], addresses: readonly string[], count: number) =>
  spread(items, addresses, count);

/** A few questions on the pages of a path, from each page in turn. */
export const sampleOfPath = (items: readonly QuizItem[], { steps }: Pick<ReadingPath, 'steps'>, count: number) =>
  sampleOfPages(
    items,
    steps.map(({ page }) => page.split('#')[0]!),
    count,
  );

/** A few questions on what labs prove: of each lab in turn the first that is left. @param proven sections that each lab proves */
export function sampleOfLabs(
  items: readonly QuizItem[],
  proven: readonly (readonly string[])[],
  count: number,
): QuizItem[] {
  const chosen = new Set<QuizItem>();
  for (const sections of proven) {
    const item = items.find((one) => sections.includes(one.page) && !chosen.has(one));
    if (item) chosen.add(item);
  }
  return evenly([...chosen], count);
}

/** The questions that a page explains, without regard to its sections. */
export const itemsOnPage = (items: readonly QuizItem[], address: string): QuizItem[] =>
  items.filter((item) => pageOf(item) === address);
