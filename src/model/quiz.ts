import { createHash } from 'node:crypto';
import type { QuizItem } from './schemas/quiz.ts';
import type { ReadingPath } from './schemas/path.ts';

/** Sections of the site with quiz questions, in reading order. */
export const quizSections = ['concepts', 'traits', 'hybrids', 'use-cases', 'systems', 'reference'] as const;

/** A section with quiz questions. */
export type QuizSection = (typeof quizSections)[number];

/** Overview page of the quiz, with downloads of all questions. */
export const quizPage = '/teach/quiz/';

/** Address of the page with all questions of a section. */
export const quizSectionPage = (section: QuizSection) => `${quizPage}${section}/`;

/** Section that a question belongs to: the first segment of the address that explains it. */
export const sectionOfItem = ({ page }: Pick<QuizItem, 'page'>): QuizSection | undefined =>
  quizSections.find((section) => page.startsWith(`/${section}/`));

/** Address of a question on its section's page. The content check guarantees that it has a section. */
export const quizItemAddress = (item: Pick<QuizItem, 'id' | 'page'>): string =>
  `${quizSectionPage(sectionOfItem(item)!)}#${item.id}`;

/** An answer as displayed. */
export interface QuizAnswer {
  /** `a` to `d`, by position. */
  letter: string;
  text: string;
  /** Whether it is the correct answer. */
  right: boolean;
  /** Id of the misconception that it reveals. */
  shows?: string | undefined;
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * Answers of a question in display order. The order is arbitrary, so that the correct answer has no typical position, but depends only on the id and the texts:
 * printed answer keys keep matching the page, and exports are reproducible.
 */
export function answersOf({ id, right, wrong }: QuizItem): QuizAnswer[] {
  const all = [{ text: right, right: true }, ...wrong.map((one) => ({ ...one, right: false }))];
  return all
    .map((answer) => ({ answer, key: hash(`${id} ${answer.text}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ answer }, index) => ({ letter: 'abcd'[index]!, ...answer }));
}

/** Questions of a section, in file order. */
export const itemsOfSection = (items: readonly QuizItem[], section: QuizSection): QuizItem[] =>
  items.filter((item) => sectionOfItem(item) === section);

/** Address of the page that explains a question, without fragment. */
const pageOf = ({ page }: QuizItem) => page.split('#')[0]!;

/** Picks questions spread over pages: round-robin over the pages, each time the easiest one left, ties in file order. */
function spread(items: readonly QuizItem[], pages: readonly string[], count: number): QuizItem[] {
  const queues = pages.map((page) =>
    items.filter((item) => pageOf(item) === page).toSorted((a, b) => a.difficulty - b.difficulty),
  );
  const chosen: QuizItem[] = [];
  for (let round = 0; chosen.length < count && queues.some((queue) => queue.length > round); round++)
    for (const queue of queues) if (queue[round] && chosen.length < count) chosen.push(queue[round]!);
  return items.filter((item) => chosen.includes(item));
}

/** Members of a list at equal intervals, including the first. */
const evenly = <T>(list: readonly T[], count: number): T[] =>
  list.length <= count
    ? [...list]
    : Array.from({ length: count }, (_, index) => list[Math.floor((index * list.length) / count)]!);

/** Picks questions from all over a section, at most one per page. */
export function sampleOfSection(items: readonly QuizItem[], section: QuizSection, count: number): QuizItem[] {
  const own = itemsOfSection(items, section);
  const pages = [...new Set(own.map(pageOf))];
  return spread(own, evenly(pages, count), count);
}

/**
 * Picks questions from these pages, round-robin, easiest first.
 * @param addresses addresses of whole pages
 */
export const sampleOfPages = (items: readonly QuizItem[], addresses: readonly string[], count: number) =>
  spread(items, addresses, count);

/** Picks questions from the pages of a path, round-robin. */
export const sampleOfPath = (items: readonly QuizItem[], { steps }: Pick<ReadingPath, 'steps'>, count: number) =>
  sampleOfPages(
    items,
    steps.map(({ page }) => page.split('#')[0]!),
    count,
  );

/**
 * Picks questions on what labs prove, round-robin over the labs, in file order.
 * @param proven sections that each lab proves
 */
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

/** Questions that a page explains, in any of its sections. */
export const itemsOnPage = (items: readonly QuizItem[], address: string): QuizItem[] =>
  items.filter((item) => pageOf(item) === address);
