import { describe, expect, test } from 'vitest';
import { hashOf, readHash } from '#components/choice/address.ts';
import { isReachable, loadChoice, requireChoice, rulesOf } from '#model/choice.ts';
import { decide, type Answers, type Rules } from '#model/decide.ts';

const choice = requireChoice(loadChoice('.'));
const rules = rulesOf(choice);
const candidates = rules.outcomes.filter(({ fallback }) => !fallback).map(({ id }) => id);

/** Answer sheets with two answers each, every pair that the form allows. */
const pairs: Answers[] = rules.questions.flatMap((one, index) =>
  rules.questions
    .slice(index + 1)
    .flatMap((other) => one.answers.flatMap((a) => other.answers.map((b) => ({ [one.id]: a.id, [other.id]: b.id })))),
);

test.each(choice.examples.map((example) => [example.id, example] as const))(
  'the example %s comes out as written',
  (_, example) => {
    const { outcome, second, because } = decide(rules, example.answers);
    expect([outcome, second]).toEqual([example.outcome, example.second]);
    expect(because.length).toBeGreaterThan(0);
  },
);

describe('over every pair of answers', () => {
  test('nothing is proposed that an answer rules out', () => {
    expect(pairs.length).toBeGreaterThan(500);
    for (const sheet of pairs) {
      const { outcome, second, out } = decide(rules, sheet);
      const ruledOut = out.map((one) => one.outcome);
      expect(ruledOut).not.toContain(outcome);
      expect(ruledOut).not.toContain(second);
    }
  });

  test('every reason given does point to the proposal, and the second choice has no more of them', () => {
    for (const sheet of pairs) {
      const { outcome, second, because, conflict } = decide(rules, sheet);
      if (conflict.length > 0) continue;
      expect(because.every(({ points }) => points.includes(outcome!))).toBe(true);
      const forSecond = rules.questions
        .flatMap(({ id, answers }) => answers.filter((answer) => answer.id === sheet[id]))
        .filter(({ points }) => second !== undefined && points.includes(second));
      expect(forSecond.length).toBeLessThanOrEqual(because.length);
    }
  });
});

test('a hard constraint beats any number of conveniences', () => {
  const convenient = { 'somebody-else': 'code', state: 'none', skills: 'nobody', cost: 'bursts' };
  expect(decide(rules, convenient).outcome).toBe('managed-platform');
  // Six answers of convenience cannot bring back what one constraint rules out.
  const { outcome, out } = decide(rules, { ...convenient, skills: 'few', kernel: 'own' });
  expect(outcome).toBe('vm');
  expect(out.find((one) => one.outcome === 'managed-platform')?.by.map(({ id }) => id)).toEqual(['own']);
});

test('answers that contradict each other split the workload, and both are named', () => {
  const { outcome, second, conflict } = decide(rules, { processor: 'gone', skills: 'nobody', cost: 'steady' });
  expect([outcome, second]).toEqual(['split', undefined]);
  expect(conflict.map(({ question, id }) => `${question}: ${id}`)).toEqual(['processor: gone', 'skills: nobody']);
});

test('where one answer alone rules out what others point to, all of them are named', () => {
  const { outcome, conflict } = decide(rules, { 'somebody-else': 'machines', cost: 'bursts' });
  expect(outcome).toBe('split');
  expect(conflict.map(({ id }) => id)).toEqual(['machines', 'bursts']);
});

test('answers that point nowhere propose nothing, and neither do none or unknown ones', () => {
  for (const sheet of [{}, { kernel: 'any', 'operating-system': 'linux' }, { kernel: 'gone', lost: 'x' }])
    expect(decide(rules, sheet)).toMatchObject({ outcome: undefined, second: undefined, conflict: [] });
});

test('a tie goes to what stands earlier, which leaves less to operate', () => {
  const { outcome, second } = decide(rules, { cost: 'fixed' });
  expect([outcome, second]).toEqual(['engine-on-one-machine', 'vm']);
});

test('every outcome can come out, and one that nothing points to cannot', () => {
  for (const id of candidates) expect(isReachable(rules, id), id).toBe(true);
  const lonely: Rules = { ...rules, outcomes: [...rules.outcomes, { id: 'lonely', fallback: false }] };
  expect(isReachable(lonely, 'lonely')).toBe(false);
});

describe('the address of a decision', () => {
  const questions = choice.questions.map(({ id, key, answers }) => ({
    id,
    key,
    answers: answers.map((one) => one.id),
  }));

  test.each(choice.examples.map(({ id, answers }) => [id, answers] as const))(
    '%s comes back as it was',
    (_, answers) => {
      const hash = hashOf(questions, answers);
      expect(hash.length).toBeLessThan(130);
      expect(readHash(questions, hash)).toEqual({ sheet: answers, unknown: [] });
    },
  );

  test('is short, and empty where nothing is answered', () => {
    expect(hashOf(questions, { trust: 'foreign-code', kernel: 'any' })).toBe('#k=any&t=foreign-code');
    expect(hashOf(questions, {})).toBe('');
  });

  test('names what it does not know, and leaves the ids of sections alone', () => {
    expect(readHash(questions, '#k=any&t=nobody&x=1&')).toEqual({
      sheet: { kernel: 'any' },
      unknown: ['t=nobody', 'x=1', ''],
    });
    expect(readHash(questions, '#kernel')).toBeUndefined();
    expect(readHash(questions, '')).toBeUndefined();
  });
});
