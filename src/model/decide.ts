/** An answer as the rules see it. */
export interface RuleAnswer {
  /** Id of the answer, unique within its question. */
  id: string;
  /** Ids of the outcomes that it supports. */
  points: readonly string[];
  /** Ids of the outcomes that it rules out. */
  excludes: readonly string[];
}

/** The part of the decision data that {@link decide} needs. */
export interface Rules {
  /** Questions in display order. */
  questions: readonly { id: string; answers: readonly RuleAnswer[] }[];
  /** Ordered from least to most effort to operate: the earlier one wins a tie. */
  outcomes: readonly { id: string; fallback: boolean }[];
}

/** A filled-in form: answer ids by question id. Unanswered questions have no effect. */
export type Answers = Readonly<Record<string, string>>;

/** An answer that was given. */
export interface Given extends RuleAnswer {
  /** Id of its question. */
  question: string;
}

/** The result of applying the rules to a filled-in form. */
export interface Decision {
  /** Id of the proposed outcome; `undefined` as long as no answer supports any. */
  outcome: string | undefined;
  /** Id of the runner-up, which has at least one point. */
  second: string | undefined;
  /** Answers that support the proposal. */
  because: Given[];
  /** Excluded outcomes in the order of the rules, each with the answers that exclude it. */
  out: { outcome: string; by: Given[] }[];
  /** The contradicting answers if the workload has to be split, otherwise empty. */
  conflict: Given[];
}

/** The given answers that the rules know, in the order of the questions. */
export const givenAnswers = ({ questions }: Rules, sheet: Answers): Given[] =>
  questions.flatMap(({ id, answers }) =>
    answers.filter((answer) => answer.id === sheet[id]).map((answer) => ({ ...answer, question: id })),
  );

/**
 * Applies the rules described at the head of `content/data/choice.yml`. An outcome that any answer excludes is out, however many answers support it.
 * Of the rest, the one with the most points is proposed; if the answers support only excluded outcomes, the fallback is.
 */
export function decide(rules: Rules, sheet: Answers): Decision {
  const given = givenAnswers(rules, sheet);
  const candidates = rules.outcomes.filter(({ fallback }) => !fallback).map(({ id }) => id);
  const out = candidates
    .map((outcome) => ({ outcome, by: given.filter(({ excludes }) => excludes.includes(outcome)) }))
    .filter(({ by }) => by.length > 0);
  const isOut = (id: string) => out.some(({ outcome }) => outcome === id);
  const pointsTo = (id: string) => given.filter(({ points }) => points.includes(id));
  // The sort is stable, so ties keep the order of the outcomes.
  const ranked = candidates
    .filter((id) => !isOut(id) && pointsTo(id).length > 0)
    .sort((a, b) => pointsTo(b).length - pointsTo(a).length);
  const split = ranked.length === 0 && given.some(({ points }) => points.length > 0);
  const outcome = split ? rules.outcomes.find(({ fallback }) => fallback)?.id : ranked[0];
  return {
    outcome,
    second: ranked[1],
    because: outcome && !split ? pointsTo(outcome) : [],
    out,
    conflict: split ? contradicting(given) : [],
  };
}

/** The two answers that exclude most outcomes. If only one excludes any, that one and those that support what it excludes. */
function contradicting(given: readonly Given[]): Given[] {
  const excluding = given
    .filter(({ excludes }) => excludes.length > 0)
    .sort((a, b) => b.excludes.length - a.excludes.length);
  if (excluding.length !== 1) return excluding.slice(0, 2);
  return [...excluding, ...given.filter((one) => one !== excluding[0] && one.points.length > 0)];
}
