import { dataFile } from '#model/data.ts';
import type { Site } from '#model/load.ts';
import { quizSections, sectionOfItem } from '#model/quiz.ts';
import type { QuizItem } from '#model/schemas/quiz.ts';
import { plainText } from '#shared/inline-markdown.ts';
import type { Problem } from '#shared/problem.ts';
import { didYouMean } from '#shared/suggest.ts';
import { quizLimits } from '../limits.ts';

const file = dataFile('quiz');

/** A problem with a question, before file and line are added. */
type Finding = Pick<Problem, 'problem' | 'fix'>;

/**
 * Checks questions: their section, their misconceptions, answers that are equivalent or give themselves away, duplicate questions, and patterns
 * across the whole bank.
 */
export function checkQuiz({ data: { quiz }, lines }: Site): Problem[] {
  const told = quiz.flatMap((item) =>
    [
      ...checkSection(item),
      ...checkMisconceptions(item, [...lines.misconceptions.keys()]),
      ...checkAnswers(item),
      ...checkLength(item),
    ].map((finding) => ({ file, line: lines.quiz.get(item.id), ...finding })),
  );
  return [...told, ...askedTwice(quiz, lines.quiz), ...checkHabit(quiz), ...checkShown(quiz)];
}

function checkSection(item: QuizItem): Finding[] {
  if (sectionOfItem(item)) return [];
  const fix = `Name the page that explains the answer, below one of ${quizSections.map((one) => `/${one}/`).join(', ')}.`;
  return [
    { problem: `question "${item.id}" is explained on ${item.page}, which is in no section that has questions`, fix },
  ];
}

function checkMisconceptions({ id, wrong }: QuizItem, known: readonly string[]): Finding[] {
  const shown = wrong.flatMap(({ shows }) => (shows === undefined ? [] : [shows]));
  if (shown.length === 0) {
    const problem = `no wrong answer of "${id}" shows a misconception, so choosing one tells a teacher nothing`;
    const fix = 'Name the misconception of at least one by `shows: m-…`, or make one an answer that shows it.';
    return [{ problem, fix }];
  }
  return shown
    .filter((one) => !known.includes(one))
    .map((one) => ({ problem: `unknown misconception "${one}" in "${id}"`, fix: didYouMean(one, known) }));
}

/** Normalises an answer: removes case, punctuation and articles. */
const bare = (text: string) =>
  plainText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter((word) => word && !/^(?:a|an|the)$/.test(word))
    .join(' ');

const allOrNone = /^(?:all|none|both|neither) of (?:the above|these|them|the others)\b/i;

function checkAnswers({ id, right, wrong }: QuizItem): Finding[] {
  const texts = [right, ...wrong.map(({ text }) => text)];
  const same = texts.flatMap((text, index) => {
    const twin = texts.findIndex((one) => bare(one) === bare(text));
    if (twin === index) return [];
    const problem =
      twin === 0
        ? `question "${id}" has two right answers: "${text}" says the same as the right one`
        : `question "${id}" has two answers that say the same: "${text}"`;
    return [{ problem, fix: 'Write another wrong answer, or leave this one out: a question has two or three.' }];
  });
  const lazy = texts
    .filter((text) => allOrNone.test(text))
    .map((text) => ({
      problem: `question "${id}" has the answer "${text}"`,
      fix: 'Answers are shown in another order, and such a one tests reading: write one that stands alone.',
    }));
  return [...same, ...lazy];
}

/** A correct answer with a conspicuous length can be picked without knowledge. */
function checkLength({ id, right, wrong }: QuizItem): Finding[] {
  const longest = Math.max(...wrong.map(({ text }) => text.length));
  const shortest = Math.min(...wrong.map(({ text }) => text.length));
  const { longer, shorter, letters } = quizLimits;
  const outstanding = right.length > longest * longer + letters || right.length < shortest * shorter - letters;
  if (!outstanding) return [];
  const problem = `the right answer of "${id}" gives itself away: it has ${right.length} letters, the others ${shortest} to ${longest}`;
  return [{ problem, fix: 'Move reasons to the feedback, or make the wrong answers as exact as the right one.' }];
}

function askedTwice(quiz: readonly QuizItem[], lines: ReadonlyMap<string, number>): Problem[] {
  const first = new Map<string, string>();
  return quiz.flatMap(({ id, ask }) => {
    const known = first.get(bare(ask));
    if (known === undefined) first.set(bare(ask), id);
    if (known === undefined) return [];
    const problem = `question "${id}" asks the same as "${known}"`;
    return [{ file, line: lines.get(id), problem, fix: 'Delete one of the two, or ask for something else.' }];
  });
}

/** If the correct answer is often the longest, the quiz can be passed by picking the longest. */
function checkHabit(quiz: readonly QuizItem[]): Problem[] {
  const { share, least } = quizLimits;
  const long = quiz.filter(({ right, wrong }) => wrong.every(({ text }) => text.length < right.length));
  if (quiz.length < least || long.length <= quiz.length * share) return [];
  const problem = `the right answer is the longest one in ${long.length} of ${quiz.length} questions`;
  const fix = `Keep it to ${Math.floor(quiz.length * share)}: shorten the right answer of some, for instance of ${long
    .slice(0, 3)
    .map(({ id }) => `"${id}"`)
    .join(', ')}.`;
  return [{ file, problem, fix }];
}

/** Wrong answers that reveal no misconception may be picked for no reason; a bank with many of them tells teachers little about a class. */
function checkShown(quiz: readonly QuizItem[]): Problem[] {
  const { shown, least } = quizLimits;
  const wrong = quiz.flatMap((item) => item.wrong);
  const showing = wrong.filter(({ shows }) => shows !== undefined).length;
  if (quiz.length < least || showing >= wrong.length * shown) return [];
  const problem = `only ${showing} of ${wrong.length} wrong answers show a misconception`;
  const fix = `Name the misconception of ${Math.ceil(wrong.length * shown) - showing} more by \`shows: m-…\`, or write answers that show one.`;
  return [{ file, problem, fix }];
}
