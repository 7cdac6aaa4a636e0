import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atSite } from '#model/model.ts';
import { handoutPdf } from '#features/courseware/handout/pdf.ts';
import { handoutsFile, readHandouts } from '#features/courseware/handout/read.ts';
import { papers, siteHandouts, type Paper } from '#features/courseware/handout/site-handouts.ts';
import { pageWords, siteModel } from '#model/model.ts';
import { readNavigation } from '#model/navigation.ts';
import { quizSections } from '#model/quiz.ts';
import { formatProblems } from '#shared/problem.ts';
import { readPdf } from '../../support/read-pdf.ts';

const at = atSite('https://example.org', '/sub/');
const sizes = Object.keys(papers) as Paper[];

test('each section of pages to read has a handout', () =>
  expect(siteHandouts().map(({ id }) => id)).toEqual([
    ...quizSections.filter((section) => section !== 'reference'),
    'labs',
    'reference',
  ]));

describe.each(siteHandouts().map((handout) => [handout.id, handout] as const))('the handout %s', (_, handout) => {
  test.each(sizes)('is one sheet of %s with every page of its section, and the same bytes each time', async (paper) => {
    const [one, other] = [await handoutPdf(handout, paper, at), await handoutPdf(handout, paper, at)];
    expect(Buffer.compare(one, other)).toBe(0);
    const { pages, size, text, title } = await readPdf(one);
    expect(pages).toBe(1);
    expect(size).toEqual(papers[paper].map(Math.round));
    expect(title).toBe(pageWords(handout.page).title);
    const listed = handout.traits
      ? siteModel().data.traits.map(({ name }) => name)
      : handout.pages.map((page) => pageWords(page).title);
    for (const name of listed) expect(text).toContain(name);
    expect(text).toMatch(/example\.org\/sub\/teach\/quiz\/[a-z-]+\//);
    expect(text).toContain('CC BY 4.0');
  });
});

test.each([8, 30])(
  'a handout of %i questions, for which its sheet has no room, is told with what to do',
  async (count) => {
    const [first] = siteHandouts();
    const ask = siteModel()
      .data.quiz.map(({ id }) => id)
      .slice(0, count);
    await expect(handoutPdf({ ...first!, ask }, 'a4', at)).rejects.toThrow(
      'content/data/handouts.yml: the handout "concepts" is too long for a sheet of a4. Take a question away',
    );
  },
);

describe('a handout that is not sound is told', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'handouts-'));
  beforeAll(() => {
    mkdirSync(path.join(root, 'content/data'), { recursive: true });
    cpSync('content/diagrams', path.join(root, 'content/diagrams'), { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const sound = {
    id: 'a',
    page: '/traits/',
    says: 'A.',
    diagram: 'stack-vms',
    ask: ['quiz-uname-two-images', 'quiz-popf'],
  };
  const told = (...entries: object[]) => {
    writeFileSync(path.join(root, handoutsFile), entries.map((entry) => `- ${JSON.stringify(entry)}\n`).join(''));
    return formatProblems(readHandouts(root, siteModel().data, readNavigation('.')).problems);
  };
  test('and one that is sound is not', () => expect(told(sound)).toBe('0 problems'));
  test.each([
    [
      'a drawing that is not there',
      { diagram: 'stack-vm' },
      'there is no drawing "stack-vm"\n    The nearest known ids are stack-vms',
    ],
    ['a question that is not there', { ask: ['quiz-pop', 'quiz-popf'] }, 'there is no question "quiz-pop"'],
    [
      'a page that begins no section',
      { page: '/traits/isolation/' },
      'no section of the sidebar begins with /traits/isolation/',
    ],
    ['one question', { ask: ['quiz-popf'] }, 'ask: '],
    ['no sentence', { says: undefined }, 'says: '],
  ])('%s', (_, wrong, message) => expect(told({ ...sound, ...wrong })).toContain(message));
  test('a handout twice', () => expect(told(sound, sound)).toContain('the handout "a" is there twice'));
});
