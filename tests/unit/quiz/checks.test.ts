import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { quizLimits } from '#features/content-check/limits.ts';
import { problemsAfter, type FileChange } from '../../support/content-fixture.ts';

const file = 'content/data/quiz.yml';

/** A sound question on a sound page; parts are changed by `change`. */
const question = (change: Record<string, unknown> = {}) => ({
  id: 'quiz-one',
  page: '/concepts/a/',
  goal: 'Tell one from two.',
  difficulty: 1,
  ask: 'How many are there?',
  right: 'One of them',
  wrong: [{ text: 'Two of them', shows: 'm-two' }, { text: 'Five of them' }],
  feedback: 'There is one.',
  ...change,
});

const page: FileChange = {
  file: 'content/docs/concepts/a.mdx',
  is: '---\ntitle: A page of concepts\ndescription: A page that is there so that questions have something that explains their answers.\n---\n\nOne.\n',
};
const misconceptions: FileChange = {
  file: 'content/data/misconceptions.yml',
  is: stringify([
    { id: 'm-two', claim: 'There are two.', why: 'It looks so.', truth: 'One.', page: '/concepts/a/', sources: [] },
  ]),
};
const about = (questions: readonly unknown[] | string) => {
  const is = typeof questions === 'string' ? questions : stringify(questions);
  const lines = problemsAfter([page, misconceptions, { file, is }]).split('\n');
  return lines
    .flatMap((line, index) => (line.startsWith(file) ? [`${line}\n${lines[index + 1] ?? ''}`] : []))
    .join('\n');
};

test('a sound question is not reported', () => {
  expect(about([question()])).toBe('');
});

test.each([
  ['no feedback', { feedback: undefined }, 'entry "quiz-one": feedback:', 'An entry has id, page'],
  ['two right answers', { right: ['One', 'Two'] }, 'right: must be one text: a question has one right answer', ''],
  [
    'a wrong answer that is the right one in other letters',
    { wrong: [{ text: 'The one, of them.', shows: 'm-two' }, { text: 'Five of them' }] },
    'question "quiz-one" has two right answers: "The one, of them." says the same as the right one',
    'Write another wrong answer',
  ],
  [
    'two wrong answers that say the same',
    { wrong: [{ text: 'Two of them' }, { text: 'The two of them' }] },
    'question "quiz-one" has two answers that say the same: "The two of them"',
    'Write another wrong answer',
  ],
  [
    'a question whose wrong answers show no misconception',
    { wrong: [{ text: 'Two of them' }, { text: 'Five of them' }] },
    'no wrong answer of "quiz-one" shows a misconception',
    'Name the misconception of at least one',
  ],
  [
    'an unknown misconception',
    { wrong: [{ text: 'Two of them', shows: 'm-tow' }, { text: 'Five of them' }] },
    'unknown misconception "m-tow" in "quiz-one"',
    'm-two',
  ],
  ['an unknown page', { page: '/concepts/b/' }, 'there is no page /concepts/b/', '/concepts/a/'],
  ['an unknown section', { page: '/concepts/a/#gone' }, '/concepts/a/ has no anchor #gone', ''],
  ['a page outside the sections', { page: '/a/' }, 'is explained on /a/, which is in no section', '/concepts/'],
  [
    'all of the above',
    { wrong: [{ text: 'Two of them' }, { text: 'All of the above' }] },
    'has the answer "All of the above"',
    'write one that stands alone',
  ],
  [
    'a right answer that is much longer',
    { right: 'One of them, since nobody has ever counted more than that' },
    'the right answer of "quiz-one" gives itself away: it has 57 letters, the others 11 to 12',
    'Move reasons to the feedback',
  ],
  ['a difficulty beyond the scale', { difficulty: 4 }, 'difficulty:', ''],
  ['one wrong answer', { wrong: [{ text: 'Two of them' }] }, 'wrong:', ''],
])('%s is reported', (_, change, problem, fix) => {
  const reported = about([question(change)]);
  expect(reported).toContain(problem);
  expect(reported).toContain(fix);
});

test('an id that is used twice is reported with the line of the first', () => {
  const reported = about([question(), question({ ask: 'How few are there?' })]);
  expect(reported).toContain('id "quiz-one" is used twice, first on line 1');
});

test('a question that is asked twice is reported', () => {
  const reported = about([question(), question({ id: 'quiz-two' })]);
  expect(reported).toContain('question "quiz-two" asks the same as "quiz-one"');
});

/** Many questions, in which every wrong answer but `silent` shows a misconception. */
const bank = (change: Record<string, unknown>, silent = 0) =>
  Array.from({ length: quizLimits.least }, (_, index) => {
    const wrong = [
      { text: 'Two of them', shows: 'm-two' },
      { text: 'Five of them', ...(index < silent ? {} : { shows: 'm-two' }) },
    ];
    return question({ id: `quiz-${index}`, ask: `How many are ${index}?`, wrong, ...change });
  });

test('a bank in which the right answer is the longest one too often is reported', () => {
  const many = bank({ right: 'One of all of them' });
  expect(about(many)).toContain(`the right answer is the longest one in ${many.length} of ${many.length} questions`);
  expect(about(many.slice(1))).toBe('');
});

test('a bank in which too many wrong answers show nothing is reported', () => {
  const answers = 2 * quizLimits.least;
  const most = Math.floor(answers * (1 - quizLimits.shown));
  expect(about(bank({}, most))).toBe('');
  const reported = about(bank({}, most + 2));
  expect(reported).toContain(`only ${answers - most - 2} of ${answers} wrong answers show a misconception`);
  expect(reported).toContain('Name the misconception of 2 more');
});
