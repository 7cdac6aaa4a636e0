import { collections } from './collections.ts';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { Problem } from '#shared/problem.ts';
import { decide, type Rules } from './decide.ts';
import { choiceSchema, type Choice } from './schemas/choice.ts';

/** The file that has the rules, from the project's root. */
export const choiceFile = 'content/data/choice.yml';

/** The page that shows the questions, the outcomes and the examples. */
export const choicePage = `${collections['use-cases'].page}choose/`;

/** The rules of the choice as they were read. */
export interface LoadedChoice {
  /** Nothing where there is no file, or where it does not fit its schema. */
  choice: Choice | undefined;
  /** Line on which each part starts: `questions.kernel`, `questions.kernel.module`, `outcomes.vm`, `examples.small-team`. */
  lines: ReadonlyMap<string, number>;
  problems: Problem[];
}

/** Reads the rules of the choice below `root`. */
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

/** Where the innermost part of a path starts that is in the document. */
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

/** The rules alone, as deciding needs them. */
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

/** Ids of the sources that the questions and the outcomes rest on, in the order in which the page shows them. */
export const choiceSources = ({ questions, outcomes }: Choice): string[] =>
  [...questions, ...outcomes].flatMap(({ sources }) => sources);

/** The answers of all questions that rule an outcome out, in a few words each. */
export const ruledOutBy = ({ questions }: Choice, outcome: string): string[] =>
  questions
    .flatMap(({ answers }) => answers)
    .filter(({ excludes }) => excludes.some(({ outcomes }) => outcomes.includes(outcome)))
    .map(({ short }) => short!);

/** Whether any answer sheet at all proposes the outcome: of the answers that point to it, some combination has to. */
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
 * The rules, for components: the content check has made sure of them by then.
 * @throws if there are none
 */
export function requireChoice({ choice }: LoadedChoice): Choice {
  if (!choice) throw new Error(`${choiceFile} is missing or does not fit its schema: run npm run integrity.`);
  return choice;
}
