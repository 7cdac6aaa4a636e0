import { collections } from './collections.ts';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { isMap, isSeq, type Document } from 'yaml';
import { problemError, type Problem } from '#shared/problem.ts';
import { decide, type Rules } from './decide.ts';
import { choiceSchema, type Choice } from './schemas/choice.ts';
import { readYamlDocument } from './yaml-document.ts';

/** Path of the decision rules, relative to the project root. */
export const choiceFile = 'content/data/choice.yml';

/** Address of the page with the questions, outcomes and examples. */
export const choicePage = `${collections['use-cases'].page}choose/`;

/** The decision rules as loaded, valid or not. */
export interface LoadedChoice {
  /** `undefined` if the file is missing or does not match its schema. */
  choice: Choice | undefined;
  /** Line on which each part starts: `questions.kernel`, `questions.kernel.module`, `outcomes.vm`, `examples.small-team`. */
  lines: ReadonlyMap<string, number>;
  problems: Problem[];
}

const missing: Problem = {
  file: choiceFile,
  problem: 'the file is missing',
  fix: 'Restore it: src/model/schemas/choice.ts describes every field.',
};

/** Loads and validates the decision rules of the project at `root`. */
export function loadChoice(root: string): LoadedChoice {
  const file = path.join(root, choiceFile);
  if (!existsSync(file)) return { choice: undefined, lines: new Map(), problems: [] };
  const { value, document, lineOf, problems } = readYamlDocument(
    file,
    choiceFile,
    choiceSchema,
    'The head of the file and src/model/schemas/choice.ts describe every field.',
  );
  return { choice: value, lines: value ? partLines(document, lineOf) : new Map(), problems };
}

function partLines(document: Document, lineOf: (keys: readonly PropertyKey[]) => number): Map<string, number> {
  const lines = new Map<string, number>();
  const collect = (list: unknown, keys: readonly PropertyKey[], prefix: string) => {
    if (!isSeq(list)) return;
    list.items.forEach((item, index) => {
      if (!isMap(item)) return;
      const name = `${prefix}.${String(item.get('id'))}`;
      lines.set(name, lineOf([...keys, index]));
      collect(item.get('answers'), [...keys, index, 'answers'], name);
    });
  };
  for (const part of ['questions', 'outcomes', 'examples']) collect(document.get(part), [part], part);
  return lines;
}

/** Strips everything that {@link decide} does not need. */
export const rulesOf = ({ questions, outcomes }: Choice): Rules => ({
  questions: questions.map(({ id, answers }) => ({
    id,
    answers: answers.map((answer) => ({
      id: answer.id,
      points: answer.points,
      excludes: answer.excludes.flatMap((excluded) => excluded.outcomes),
    })),
  })),
  outcomes,
});

/** Ids of the sources cited by the questions and outcomes, in display order. */
export const choiceSources = ({ questions, outcomes }: Choice): string[] =>
  [...questions, ...outcomes].flatMap(({ sources }) => sources);

/** Short labels of all answers that rule an outcome out. */
export const ruledOutBy = ({ questions }: Choice, outcome: string): string[] =>
  questions
    .flatMap(({ answers }) => answers)
    .filter(({ excludes }) => excludes.some(({ outcomes }) => outcomes.includes(outcome)))
    .map(({ short }) => short!);

/** Whether some combination of answers leads to the outcome. Tries every combination of the answers that point to it. */
export function isReachable(rules: Rules, outcome: string): boolean {
  const speaking = rules.questions.map(({ id, answers }) => ({
    id,
    choices: [undefined, ...answers.filter(({ points }) => points.includes(outcome)).map((answer) => answer.id)],
  }));
  const reaches = (index: number, sheet: Record<string, string>): boolean => {
    if (decide(rules, sheet).outcome === outcome) return true;
    const question = speaking[index];
    if (!question) return false;
    return question.choices.some((id) =>
      reaches(index + 1, id === undefined ? sheet : { ...sheet, [question.id]: id }),
    );
  };
  return reaches(0, {});
}

/**
 * The decision rules, for components. The content check has already validated them.
 * @throws with the first problem of the rules if they are missing or invalid
 */
export function requireChoice({ choice, problems }: LoadedChoice): Choice {
  if (!choice) throw problemError(problems[0] ?? missing);
  return choice;
}
