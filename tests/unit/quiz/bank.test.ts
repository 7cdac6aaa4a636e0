import { describe, expect, test } from 'vitest';
import { answersOf, itemsOfSection, quizSections, sampleOfPath, sampleOfSection } from '#model/quiz.ts';
import { siteModel } from '#model/model.ts';

const { quiz, paths, misconceptions } = siteModel().data;

describe('the bank', () => {
  test('has questions for every section, and each difficulty', () => {
    for (const section of quizSections)
      expect(itemsOfSection(quiz, section).length, section).toBeGreaterThanOrEqual(12);
    expect(new Set(quiz.map(({ difficulty }) => difficulty))).toEqual(new Set([1, 2, 3]));
  });

  test('shows every misconception by some wrong answer', () => {
    const shown = new Set(quiz.flatMap(({ wrong }) => wrong.map(({ shows }) => shows)));
    const never = misconceptions.filter(({ id }) => !shown.has(id)).map(({ id }) => id);
    expect(never).toEqual([]);
  });

  test('has the right answer in every place about as often', () => {
    const places = quiz.map((item) => answersOf(item).findIndex(({ right }) => right));
    for (const place of [0, 1, 2]) {
      const share = places.filter((one) => one === place).length / quiz.length;
      expect(share, `place ${place}`).toBeGreaterThan(0.15);
      expect(share, `place ${place}`).toBeLessThan(0.4);
    }
  });

  test('has goals that are sentences', () => {
    expect(quiz.filter(({ goal }) => !goal.endsWith('.')).map(({ id }) => id)).toEqual([]);
  });
});

describe('the order of answers', () => {
  const item = {
    ...quiz[0]!,
    id: 'quiz-x',
    right: 'R',
    wrong: [{ text: 'A', shows: 'm-x' }, { text: 'B' }, { text: 'C' }],
  };

  test('is the same at each call and whatever the order in the file', () => {
    const texts = answersOf(item).map(({ text }) => text);
    expect(answersOf(item).map(({ text }) => text)).toEqual(texts);
    expect(answersOf({ ...item, wrong: item.wrong.toReversed() }).map(({ text }) => text)).toEqual(texts);
  });

  test('keeps with each answer whether it is right and what it shows', () => {
    const answers = answersOf(item);
    expect(answers.map(({ letter }) => letter)).toEqual(['a', 'b', 'c', 'd']);
    expect(answers.filter(({ right }) => right).map(({ text }) => text)).toEqual(['R']);
    expect(answers.find(({ text }) => text === 'A')?.shows).toBe('m-x');
  });
});

describe('a sample', () => {
  test.each(quizSections)('of %s has six questions of six pages or of all there are', (section) => {
    const sample = sampleOfSection(quiz, section, 6);
    const pages = new Set(itemsOfSection(quiz, section).map(({ page }) => page.split('#')[0]));
    expect(sample).toHaveLength(6);
    expect(new Set(sample.map(({ page }) => page.split('#')[0])).size).toBe(Math.min(6, pages.size));
  });

  test.each(paths.map((path) => [path.id, path] as const))('of the path %s is about its pages', (_, path) => {
    const sample = sampleOfPath(quiz, path, 6);
    const pages = path.steps.map(({ page }) => page.split('#')[0]);
    expect(sample.length).toBeGreaterThanOrEqual(5);
    for (const { page } of sample) expect(pages).toContain(page.split('#')[0]);
  });
});
