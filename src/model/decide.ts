/** What the rules know of one answer. */
export interface RuleAnswer {
  /** Id of the answer, unique within its question. */
  id: string;
  /** Ids of the outcomes that it speaks for. */
  points: readonly string[];
  /** Ids of the outcomes that it rules out. */
  excludes: readonly string[];
}

/** The rules of a choice, as far as deciding needs them. */
export interface Rules {
  questions: readonly { id: string; answers: readonly RuleAnswer[] }[];
  /** Least to operate first: a tie goes to the one that stands earlier. */
  outcomes: readonly { id: string; fallback: boolean }[];
}

/** An answer sheet: the id of the answer by the id of its question. What is not answered has no effect. */
export type Answers = Readonly<Record<string, string>>;

/** One given answer. */
export interface Given extends RuleAnswer {
  /** Id of its question. */
  question: string;
}

/** What the rules make of an answer sheet. */
export interface Decision {
  /** Id of the proposed outcome; nothing while no answer points anywhere. */
  outcome: string | undefined;
  /** Id of the next outcome with a point. */
  second: string | undefined;
  /** The answers that speak for the proposal. */
  because: Given[];
  /** Outcomes that are out, in their order, each with the answers that rule it out. */
  out: { outcome: string; by: Given[] }[];
  /** Where the workload has to be split: the answers that contradict each other. */
  conflict: Given[];
}

/** The answers of a sheet that the rules know, in the order of the questions. */
export const givenAnswers = ({ questions }: Rules, sheet: Answers): Given[] =>
  questions.flatMap(({ id, answers }) =>
    answers.filter((answer) => answer.id === sheet[id]).map((answer) => ({ ...answer, question: id })),
  );

/**
 * What the rules at the head of `content/data/choice.yml` make of an answer sheet: what one answer rules out is out, whatever points to it;
 * of the rest the outcome with most points is proposed, and the fallback if the answers point only to what is out.
 */
export function decide(rules: Rules, sheet: Answers): Decision {
  const given = givenAnswers(rules, sheet);
  const candidates = rules.outcomes.filter(({ fallback }) => !fallback).map(({ id }) => id);
  const out = candidates
    .map((outcome) => ({ outcome, by: given.filter(({ excludes }) => excludes.includes(outcome)) }))
    .filter(({ by }) => by.length > 0);
  const isOut = (id: string) => out.some(({ outcome }) => outcome === id);
  const pointsTo = (id: string) => given.filter(({ points }) => points.includes(id));
  // The sort is stable, so that a tie keeps the order of the outcomes.
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

/** The two answers that exclude most; where only one excludes anything, that one and those that point to what it excludes. */
function contradicting(given: readonly Given[]): Given[] {
  const excluding = given
    .filter(({ excludes }) => excludes.length > 0)
    .sort((a, b) => b.excludes.length - a.excludes.length);
  if (excluding.length !== 1) return excluding.slice(0, 2);
  return [...excluding, ...given.filter((one) => one !== excluding[0] && one.points.length > 0)];
}
