import { collections } from './collections.ts';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { Problem } from '#shared/problem.ts';
import { decide, type Rules } from './decide.ts';
import { choiceSchema, type Choice } from './schemas/choice.ts';

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

/** Loads and validates the decision rules of the project at `root`. */
export function loadChoice(root: string): LoadedChoice {
  const file = path.join(root, choiceFile);
  if (!existsSync(file)) return { choice: undefined, lines: new Map(), problems: [] };
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: counter });
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : counter.linePos(offset).line);
  const errors = document.errors.map((error) => ({
    file: choiceFile,
    line: lineAt(error.pos[0]),
    problem: `not valid YAML: ${error.message.split('\n')[0]}`,
    fix: 'Quote strings that hold ": " or start with a special sign.',
  }));
  if (errors.length > 0) return { choice: undefined, lines: new Map(), problems: errors };
  const parsed = choiceSchema.safeParse(document.toJS());
  const problems = (parsed.error?.issues ?? []).map((issue) => ({
    file: choiceFile,
    line: lineAt(nearestOffset(document, issue.path)),
    problem: `${issue.path.join('.')}: ${issue.message}`,
    fix: 'The head of the file and src/model/schemas/choice.ts describe every field.',
  }));
  return { choice: parsed.data, lines: partLines(document, lineAt), problems };
}

/** Offset of the innermost part of `keys` that exists in the document. */
function nearestOffset(document: Document, keys: readonly PropertyKey[]): number | undefined {
  for (let length = keys.length; length > 0; length--) {
    const node = document.getIn(keys.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return undefined;
}

function partLines(document: Document, lineAt: (offset: number | undefined) => number): Map<string, number> {
  const lines = new Map<string, number>();
  const collect = (list: unknown, prefix: string) => {
    if (!isSeq(list)) return;
    for (const item of list.items) {
      if (!isMap(item)) continue;
      const name = `${prefix}.${String(item.get('id'))}`;
      lines.set(name, lineAt(item.range?.[0]));
      collect(item.get('answers'), name);
    }
  };
  for (const part of ['questions', 'outcomes', 'examples']) collect(document.get(part), part);
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
 * @throws if the rules are missing or invalid
 */
export function requireChoice({ choice }: LoadedChoice): Choice {
  if (!choice) throw new Error(`${choiceFile} is missing or does not fit its schema: run npm run integrity.`);
  return choice;
}
